import { useMemo, useState } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { success } from '../../core/base/result.ts';
import { findPage, pagesInOrder } from '../../core/document/document.ts';
import { pictureName } from '../../core/export/pictureName.ts';
import { drawioModel } from '../../core/render/drawio.ts';
import { missingLetters } from '../../core/scene/missingLetters.ts';
import type { Scene } from '../../core/scene/scene.ts';
import { useServices, useSketch, useWindow } from '../app/services.ts';
import { shownPage } from '../sketch/sketchStore.ts';
import type { PictureLook } from '../state/pictureLook.ts';
import { shownTheme } from '../state/windowState.ts';
import { DialogFrame } from '../widgets/DialogFrame.tsx';
import { Segmented } from '../widgets/Segmented.tsx';
import { allPages } from './allPages.ts';
import { copiedWords, formatNames } from './copiedWords.ts';
import { DecisionExport } from './DecisionExport.tsx';
import { drawioToSave } from './drawioToSave.ts';
import { dressed } from './dressed.ts';
import './ExportDialog.css';
import { Row } from './ExportRow.tsx';
import { type Extent, ExtentChoice } from './ExtentChoice.tsx';
import { type ExportedThing, exportedThings } from './exportedThings.ts';
import { isPicture, makePicture, makePng, pictureSvg } from './makePicture.ts';
import { PictureChoices } from './PictureChoices.tsx';
import { isDrawn } from './pageScene.ts';
import { pictureParts } from './pictureParts.ts';
import { documentName, proposedName } from './proposedName.ts';
import { useMapScene, usePageScene } from './useExportScene.ts';
import { usePictureOutput } from './usePictureOutput.ts';
import { usePreview } from './usePreview.ts';

/** Exports a picture, or the decision. */
export default function ExportDialog() {
  const view = useWindow((state) => state.view);
  const first = useWindow((state) => state.exportFirst);
  const [thing, setThing] = useState<ExportedThing>(
    first === 'decision' ? 'decision' : view === 'draft' ? 'draft' : 'map',
  );
  const close = useWindow((state) => state.openDialog);
  return (
    <DialogFrame
      title={thing === 'decision' ? 'Export the decision' : 'Export the picture'}
      className="export-dialog"
      onClose={() => close(undefined)}
    >
      <div className="export-dialog__body">
        {/* The one choice that stays while all others change with it: the focus stays on it, too. */}
        <div className="export-dialog__what">
          <Row label="What">
            <Segmented label="What" choices={exportedThings} value={thing} onChange={setThing} />
          </Row>
        </div>
        {thing === 'decision' ? <DecisionExport /> : <PictureExport content={thing} />}
      </div>
    </DialogFrame>
  );
}

interface PictureExportProps {
  readonly content: Exclude<ExportedThing, 'decision'>;
}

/** Chooses, previews and saves a picture. What is previewed is what is saved. */
function PictureExport({ content }: PictureExportProps) {
  const services = useServices();
  const remembered = useWindow((state) => state.pictureLook);
  const setLook = useWindow((state) => state.setPictureLook);
  const windowTheme = useWindow(shownTheme);
  const isMap = content === 'map';
  // Only the parts of a sketch can be taken over by another program.
  const look = useMemo(
    (): PictureLook => (isMap && remembered.format === 'drawio' ? { ...remembered, format: 'svg' } : remembered),
    [isMap, remembered],
  );
  const { format } = look;
  // A page of draw.io is white.
  const theme = format === 'drawio' ? 'light' : (look.theme ?? windowTheme);

  const shown = useSketch(shownPage);
  const document = useSketch(({ history }) => history.document);
  const selection = useSketch((state) => state.selection);
  const [chosenPage, setChosenPage] = useState(shown.id);
  const [chosenExtent, setExtent] = useState<Extent>('page');
  const parts = useMemo(() => pictureParts(shown, selection), [shown, selection]);
  const pages = useMemo(() => pagesInOrder(document).filter(isDrawn), [document]);
  const isUnavailable =
    isMap || (chosenExtent === 'selection' && !parts) || (chosenExtent === 'pages' && pages.length < 2);
  const extent = isUnavailable ? 'page' : chosenExtent;
  const page = extent === 'selection' ? shown : (findPage(document, chosenPage) ?? shown);

  const map = useMapScene(theme);
  const sketch = usePageScene(theme, page);
  const { scene: whole, empty } = isMap ? map : sketch;
  /** Titles that were typed here, by page; the map's under its view. */
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>({});
  const titled = isMap ? 'map' : page.id;
  const title = titles[titled];
  const scene = useMemo(
    () => whole && dressed(whole, look, { parts: extent === 'selection' ? parts : undefined, title }),
    [whole, look, extent, parts, title],
  );
  const missing = useMemo(() => (scene && format === 'png' ? missingLetters(scene) : undefined), [scene, format]);
  const name = isMap
    ? pictureName(whole?.title ?? '', 'Stack map')
    : extent === 'pages' && format === 'drawio'
      ? pictureName(documentName(services))
      : proposedName(services, page, extent === 'selection' ? parts : undefined);
  const isSeveral = extent === 'pages' && format !== 'drawio';

  const { plan } = sketch;
  const diagram = scene && plan && { id: page.id, title: page.title, scene, plan };

  const { url, problem } = usePreview(scene, look);
  const { output, save, copy, forget } = usePictureOutput();
  const isBusy = output.status === 'saving' || output.status === 'copying';
  const hasContent = scene !== undefined && scene.nodes.length + scene.groups.length > 0;

  const onSave = () =>
    save(async () => {
      if (extent === 'pages') return allPages(services, pages, theme, look, titles);
      if (!scene) return success([]);
      if (!isPicture(look)) return success(diagram ? [drawioToSave(services, name, [diagram])] : []);
      const made = await makePicture(services, scene, name, look);
      return made.ok ? success([made.value]) : made;
    });
  const onCopy = () =>
    scene &&
    copy(async () => {
      if (format === 'png') return makePng(services, scene, look);
      if (format === 'svg') return success(await pictureSvg(services, scene, look));
      return success(diagram ? drawioModel(diagram, services.icons) : '');
    }, copiedWords[format]);

  return (
    <>
      <figure className={`export-preview export-preview--${theme}`} data-transparent={look.transparent || undefined}>
        {url && hasContent ? (
          <img src={url} alt={`Preview of ${name}.${format}`} />
        ) : (
          <p>{problem ?? (empty ? 'Nothing is drawn yet.' : 'Drawing the preview …')}</p>
        )}
      </figure>
      <div className="export-dialog__options">
        {isMap ? null : (
          <ExtentChoice
            extent={extent}
            onExtent={(next) => {
              setExtent(next);
              forget();
            }}
            pages={pages}
            page={page.id}
            onPage={setChosenPage}
            selectable={parts !== undefined}
          />
        )}
        <PictureChoices
          look={look}
          hasParts={!isMap}
          theme={theme}
          onChange={(part) => {
            setLook(part);
            forget();
          }}
          words={
            extent === 'selection'
              ? undefined
              : {
                  title: title ?? whole?.title ?? '',
                  onTitle: (typed) => setTitles({ ...titles, [titled]: typed }),
                }
          }
        />
      </div>
      <div className="export-dialog__end">
        {output.status === 'failed' ? (
          <p className="export-dialog__error" role="alert">
            {output.text} <span>{output.remedy}</span>
          </p>
        ) : null}
        {scene ? (
          <div className="export-dialog__facts">
            <p>{isSeveral ? `${pages.length} files: ${name}.${format}, …` : `${name}.${format}`}</p>
            <p className="hint">{sizeWords(scene, look)}</p>
            <p role="status">{missing}</p>
          </div>
        ) : null}
        {isBusy ? (
          <ProgressBar aria-label="Painting the picture" isIndeterminate className="progress export-dialog__progress">
            <span className="progress__bar" />
          </ProgressBar>
        ) : null}
        <div className="export-dialog__buttons">
          <Button
            className="button"
            isDisabled={!hasContent || output.status === 'saving'}
            isPending={output.status === 'copying'}
            onPress={() => void onCopy()}
          >
            {output.status === 'copying'
              ? 'Painting …'
              : `Copy ${extent === 'pages' ? 'this page ' : ''}${format === 'drawio' ? 'for' : 'as'} ${formatNames[format]}`}
          </Button>
          <Button
            className="button button--primary"
            isDisabled={!hasContent || output.status === 'copying'}
            isPending={output.status === 'saving'}
            onPress={() => void onSave()}
          >
            {output.status === 'saving' ? 'Painting …' : `Save ${formatNames[format]}${isSeveral ? 's' : ''} …`}
          </Button>
        </div>
      </div>
    </>
  );
}

function sizeWords({ width, height }: Scene, { format, scale }: PictureLook): string {
  if (format === 'drawio') return 'To be opened in draw.io (diagrams.net)';
  return format === 'png'
    ? `${Math.ceil(width) * scale} × ${Math.ceil(height) * scale} pixels`
    : `${Math.ceil(width)} × ${Math.ceil(height)} px, scales without loss`;
}
