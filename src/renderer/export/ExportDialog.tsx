import { useMemo, useState } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { contentOf, findGroup, findNode } from '../../core/diagram/page.ts';
import { excerptOf } from '../../core/scene/excerpt.ts';
import type { Scene } from '../../core/scene/scene.ts';
import { useSketch, useWindow } from '../app/services.ts';
import { shownPage } from '../sketch/sketchStore.ts';
import { shownTheme } from '../state/windowState.ts';
import { DialogFrame } from '../widgets/DialogFrame.tsx';
import { Segmented } from '../widgets/Segmented.tsx';
import { DecisionExport } from './DecisionExport.tsx';
import './ExportDialog.css';
import { Row } from './ExportRow.tsx';
import { type ExportedThing, exportedThings } from './exportedThings.ts';
import { type ExportOptions, nameOf } from './makePicture.ts';
import { type Choices, PictureChoices } from './PictureChoices.tsx';
import { useExportScene } from './useExportScene.ts';
import { usePictureOutput } from './usePictureOutput.ts';
import { usePreview } from './usePreview.ts';

/** Exports a picture, or the decision. */
export default function ExportDialog() {
  const view = useWindow((state) => state.view);
  const first = useWindow((state) => state.exportFirst);
  const [thing, setThing] = useState<ExportedThing>(
    first === 'decision' ? 'decision' : view === 'draft' ? 'draft' : 'map',
  );
  if (thing === 'decision') return <DecisionExport onChoose={setThing} />;
  return <PictureExport content={thing} onChoose={setThing} />;
}

/** What is selected on the page, with all that is in it; undefined where nothing is, or another picture is asked for. */
function useSelected(content: ExportOptions['content']): ReadonlySet<string> | undefined {
  const page = useSketch(shownPage);
  const selection = useSketch((state) => state.selection);
  return useMemo(() => {
    const parts = [...selection].filter((id) => findNode(page, id) ?? findGroup(page, id));
    return content === 'draft' && parts.length > 0 ? new Set([...parts, ...contentOf(page, parts)]) : undefined;
  }, [content, page, selection]);
}

interface PictureExportProps {
  readonly content: Exclude<ExportedThing, 'decision'>;
  readonly onChoose: (thing: ExportedThing) => void;
}

/** Chooses, previews and saves a picture. What is previewed is what is saved. */
function PictureExport({ content, onChoose }: PictureExportProps) {
  const close = useWindow((state) => state.openDialog);
  const theme = useWindow(shownTheme);
  const selected = useSelected(content);
  const [chosen, setChosen] = useState<Choices>({
    format: 'svg',
    theme,
    scale: 2,
    text: 'embedded',
    transparent: false,
    framed: true,
    extent: 'all',
  });
  const choices: Choices = selected ? chosen : { ...chosen, extent: 'all' };
  const { framed, extent } = choices;
  const options: ExportOptions = { ...choices, content };

  const { scene: whole, empty } = useExportScene(content, choices.theme);
  const scene = useMemo(() => {
    if (whole === undefined || (framed && extent === 'all')) return whole;
    return excerptOf(whole, (id) => extent === 'all' || selected?.has(id) === true);
  }, [whole, framed, extent, selected]);
  const { url, problem } = usePreview(scene, options);
  const { output, save, copy, forget } = usePictureOutput(scene, options);
  const isBusy = output.status === 'saving' || output.status === 'copying';
  const isDrawn = scene !== undefined && scene.nodes.length + scene.groups.length > 0;

  return (
    <DialogFrame title="Export the picture" className="export-dialog" onClose={() => close(undefined)}>
      <div className="export-dialog__body">
        <figure
          className={`export-preview export-preview--${choices.theme}`}
          data-transparent={choices.transparent || undefined}
        >
          {url && isDrawn ? (
            <img src={url} alt={`Preview of ${nameOf(scene, options)}`} />
          ) : (
            <p>{problem ?? (empty ? 'Nothing is drawn yet.' : 'Drawing the preview …')}</p>
          )}
        </figure>
        <div className="export-dialog__options">
          <Row label="What">
            <Segmented label="What" choices={exportedThings} value={content} onChange={onChoose} />
          </Row>
          <PictureChoices
            choices={choices}
            selectable={selected !== undefined}
            onChange={(part) => {
              setChosen({ ...chosen, ...part });
              forget();
            }}
          />
          <div className="export-dialog__end">
            {output.status === 'failed' ? (
              <p className="export-dialog__error" role="alert">
                {output.text} <span>{output.remedy}</span>
              </p>
            ) : null}
            {scene ? <p className="hint">{sizeWords(scene, options)}</p> : null}
            {isBusy ? (
              <ProgressBar
                aria-label="Painting the picture"
                isIndeterminate
                className="progress export-dialog__progress"
              >
                <span className="progress__bar" />
              </ProgressBar>
            ) : null}
            <div className="export-dialog__buttons">
              <Button className="button" isDisabled={!isDrawn || isBusy} onPress={() => void copy()}>
                {output.status === 'copying' ? 'Painting …' : 'Copy as PNG'}
              </Button>
              <Button className="button button--primary" isDisabled={!isDrawn || isBusy} onPress={() => void save()}>
                {output.status === 'saving' ? 'Painting …' : `Save ${options.format.toUpperCase()} …`}
              </Button>
            </div>
          </div>
        </div>
      </div>
    </DialogFrame>
  );
}

function sizeWords({ width, height }: Scene, { format, scale }: ExportOptions): string {
  return format === 'png'
    ? `${Math.ceil(width) * scale} × ${Math.ceil(height) * scale} pixels`
    : `${Math.ceil(width)} × ${Math.ceil(height)} px, scales without loss`;
}
