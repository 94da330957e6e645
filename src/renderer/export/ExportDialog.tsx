import { useEffect, useMemo, useState } from 'react';
import { Button, ProgressBar, Switch } from 'react-aria-components';
import { contentOf, findGroup, findNode } from '../../core/diagram/page.ts';
import { excerptOf } from '../../core/scene/excerpt.ts';
import { useServices, useSketch, useWindow } from '../app/services.ts';
import { shownPage } from '../sketch/sketchStore.ts';
import { shownTheme } from '../state/windowState.ts';
import { DialogFrame } from '../widgets/DialogFrame.tsx';
import { Segmented } from '../widgets/Segmented.tsx';
import { DecisionExport } from './DecisionExport.tsx';
import './ExportDialog.css';
import { Row } from './ExportRow.tsx';
import { type ExportedThing, exportedThings } from './exportedThings.ts';
import { type ExportOptions, makePicture, makePng, nameOf, pictureSvg } from './makePicture.ts';
import { useExportScene } from './useExportScene.ts';

const formats = [
  { value: 'svg', label: 'SVG' },
  { value: 'png', label: 'PNG' },
] as const;
const themeChoices = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;
const scales = [
  { value: '1', label: '1×' },
  { value: '2', label: '2×' },
  { value: '3', label: '3×' },
  { value: '4', label: '4×' },
] as const;
const extents = [
  { value: 'all', label: 'All of it' },
  { value: 'selection', label: 'What is selected' },
] as const;
const texts = [
  { value: 'embedded', label: 'Text, font embedded' },
  { value: 'outlined', label: 'Shapes' },
] as const;

/** The address of an SVG while it is shown; an image runs nothing and loads nothing. */
function usePreview(svg: string | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (svg === undefined) return;
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return svg === undefined ? undefined : url;
}

type Saving =
  | { readonly status: 'idle' }
  | { readonly status: 'busy'; readonly doing: 'saving' | 'copying' }
  | { readonly status: 'failed'; readonly text: string; readonly remedy: string };

const smaller = 'Choose a smaller scale, or SVG.';

/** What is selected on the page, with all that is in it; undefined where nothing is, or another picture is asked for. */
function useSelected(content: ExportOptions['content']): ReadonlySet<string> | undefined {
  const page = useSketch(shownPage);
  const selection = useSketch((state) => state.selection);
  return useMemo(() => {
    const parts = [...selection].filter((id) => findNode(page, id) ?? findGroup(page, id));
    return content === 'draft' && parts.length > 0 ? new Set([...parts, ...contentOf(page, parts)]) : undefined;
  }, [content, page, selection]);
}

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

interface PictureExportProps {
  readonly content: Exclude<ExportedThing, 'decision'>;
  readonly onChoose: (thing: ExportedThing) => void;
}

/** Chooses, previews and saves a picture. What is previewed is what is saved. */
function PictureExport({ content, onChoose }: PictureExportProps) {
  const services = useServices();
  const { platform } = services;
  const close = useWindow((state) => state.openDialog);
  const notify = useWindow((state) => state.notify);
  const theme = useWindow(shownTheme);
  const [chosen, setOptions] = useState<Omit<ExportOptions, 'content'>>({
    format: 'svg',
    theme,
    scale: 2,
    text: 'embedded',
    transparent: false,
  });
  const options: ExportOptions = { ...chosen, content };
  const [framed, setFramed] = useState(true);
  const [extent, setExtent] = useState<(typeof extents)[number]['value']>('all');
  const [saving, setSaving] = useState<Saving>({ status: 'idle' });
  const change = (part: Partial<typeof chosen>) => {
    setOptions({ ...chosen, ...part });
    setSaving({ status: 'idle' });
  };

  const picture = useExportScene(options.content, options.theme);
  const selected = useSelected(content);
  const onlySelected = extent === 'selection' && selected !== undefined;
  const scene = useMemo(() => {
    if (picture.scene === undefined || (framed && !onlySelected)) return picture.scene;
    return excerptOf(picture.scene, (id) => !onlySelected || selected.has(id));
  }, [picture.scene, framed, onlySelected, selected]);
  const { text, transparent } = options;
  const [preview, setPreview] = useState<string>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let current = true;
    setProblem(undefined);
    if (scene === undefined) {
      setPreview(undefined);
      return;
    }
    pictureSvg(services, scene, { text, transparent }).then(
      (svg) => {
        if (current) setPreview(svg);
      },
      (error: unknown) => {
        if (current) setProblem(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      current = false;
    };
  }, [services, scene, text, transparent]);
  const url = usePreview(preview);
  const size = useMemo(
    () => scene && { width: Math.ceil(scene.width * options.scale), height: Math.ceil(scene.height * options.scale) },
    [scene, options.scale],
  );

  const doing = saving.status === 'busy' ? saving.doing : undefined;

  const save = async () => {
    if (!scene) return;
    setSaving({ status: 'busy', doing: 'saving' });
    const made = await makePicture(services, scene, options);
    if (!made.ok) {
      setSaving({ status: 'failed', text: made.error, remedy: smaller });
      return;
    }
    const saved = await platform.saveAs(made.value);
    if (saved.ok) {
      notify({ tone: 'success', text: `Saved ${saved.value.where}` });
      close(undefined);
    } else if (saved.error.kind === 'cancelled') setSaving({ status: 'idle' });
    else setSaving({ status: 'failed', text: saved.error.message, remedy: saved.error.remedy });
  };

  const copy = async () => {
    if (!scene) return;
    setSaving({ status: 'busy', doing: 'copying' });
    const made = await makePng(services, scene, options);
    if (!made.ok) {
      setSaving({ status: 'failed', text: made.error, remedy: smaller });
      return;
    }
    const copied = await platform.copyPicture(made.value);
    if (copied.ok) {
      notify({ tone: 'success', text: 'Copied as a PNG: paste it into a slide or a document' });
      close(undefined);
    } else setSaving({ status: 'failed', text: copied.error.message, remedy: copied.error.remedy });
  };

  return (
    <DialogFrame title="Export the picture" className="export-dialog" onClose={() => close(undefined)}>
      <div className="export-dialog__body">
        <figure
          className={`export-preview export-preview--${options.theme}`}
          data-transparent={transparent || undefined}
        >
          {url && scene && scene.nodes.length > 0 ? (
            <img src={url} alt={`Preview of ${nameOf(scene, options)}`} />
          ) : (
            <p>{problem ?? (picture.empty ? 'Nothing is drawn yet.' : 'Drawing the preview …')}</p>
          )}
        </figure>
        <div className="export-dialog__options">
          <Row label="What">
            <Segmented label="What" choices={exportedThings} value={content} onChange={onChoose} />
          </Row>
          {selected ? (
            <Row label="Part">
              <Segmented label="Part" choices={extents} value={extent} onChange={setExtent} />
            </Row>
          ) : null}
          <Row label="Format">
            <Segmented
              label="Format"
              choices={formats}
              value={options.format}
              onChange={(format) => change({ format })}
            />
          </Row>
          <Row label="Theme">
            <Segmented
              label="Theme"
              choices={themeChoices}
              value={options.theme}
              onChange={(name) => change({ theme: name })}
            />
          </Row>
          {options.format === 'png' ? (
            <Row label="Scale">
              <Segmented
                label="Scale"
                choices={scales}
                value={String(options.scale) as '1'}
                onChange={(scale) => change({ scale: Number(scale) })}
              />
            </Row>
          ) : (
            <Row
              label="Text"
              note={
                text === 'embedded'
                  ? 'Stays text: can be searched and edited. Browsers draw it exactly; other programs may use another font.'
                  : 'Becomes shapes: looks the same in every program, but is no longer text.'
              }
            >
              <Segmented label="Text" choices={texts} value={text} onChange={(kind) => change({ text: kind })} />
            </Row>
          )}
          {onlySelected ? null : (
            <Switch className="switch" isSelected={framed} onChange={setFramed}>
              <span className="switch__track">
                <span className="switch__knob" />
              </span>
              <span>Title and legend</span>
            </Switch>
          )}
          <Switch className="switch" isSelected={transparent} onChange={(on) => change({ transparent: on })}>
            <span className="switch__track">
              <span className="switch__knob" />
            </span>
            <span>Transparent ground</span>
          </Switch>
          <div className="export-dialog__end">
            {saving.status === 'failed' ? (
              <p className="export-dialog__error" role="alert">
                {saving.text} <span>{saving.remedy}</span>
              </p>
            ) : null}
            {size ? (
              <p className="hint">
                {options.format === 'png'
                  ? `${size.width} × ${size.height} pixels`
                  : `${Math.ceil(scene?.width ?? 0)} × ${Math.ceil(scene?.height ?? 0)} px, scales without loss`}
              </p>
            ) : null}
            {saving.status === 'busy' ? (
              <ProgressBar
                aria-label="Painting the picture"
                isIndeterminate
                className="progress export-dialog__progress"
              >
                <span className="progress__bar" />
              </ProgressBar>
            ) : null}
            <div className="export-dialog__buttons">
              <Button
                className="button"
                isDisabled={!scene || scene.nodes.length === 0 || saving.status === 'busy'}
                onPress={() => void copy()}
              >
                {doing === 'copying' ? 'Painting …' : 'Copy as PNG'}
              </Button>
              <Button
                className="button button--primary"
                isDisabled={!scene || scene.nodes.length === 0 || saving.status === 'busy'}
                onPress={() => void save()}
              >
                {doing === 'saving' ? 'Painting …' : `Save ${options.format.toUpperCase()} …`}
              </Button>
            </div>
          </div>
        </div>
      </div>
    </DialogFrame>
  );
}
