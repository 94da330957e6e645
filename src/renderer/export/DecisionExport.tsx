import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Decision } from '../../core/decision/decision.ts';
import type { Services } from '../app/services.ts';
import { useDecision, useServices, useWindow } from '../app/services.ts';
import { asksForSomething } from '../state/emptyNeed.ts';
import type { ReviewedDecision } from '../state/windowState.ts';
import { IconButton } from '../widgets/IconButton.tsx';
import { Segmented } from '../widgets/Segmented.tsx';
import { Toggle } from '../widgets/Toggle.tsx';
import { decisionName, writtenJson, writtenRecord } from './decisionFiles.ts';
import { Row } from './ExportRow.tsx';
import { makePicture } from './makePicture.ts';
import { usePageScene } from './useExportScene.ts';

const formats = [
  { value: 'record', label: 'Record (Markdown)' },
  { value: 'json', label: 'JSON' },
] as const;
const statuses = [
  { value: 'proposed', label: 'Proposed' },
  { value: 'accepted', label: 'Accepted' },
] as const;

type Format = (typeof formats)[number]['value'];
type Status = (typeof statuses)[number]['value'];

/** The user's day, not that of Greenwich. */
const today = (): string => {
  const now = new Date();
  const twoDigits = (count: number): string => String(count).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
};

interface Choices {
  readonly format: Format;
  readonly status: Status;
  readonly supersedes: ReviewedDecision | undefined;
  /** Name of a picture beside the record. */
  readonly picture?: string;
}

/** The text of the file. */
function written({ catalog }: Services, decision: Decision, { format, ...choices }: Choices): string {
  return format === 'json'
    ? writtenJson(catalog, decision, today())
    : writtenRecord(catalog, decision, { ...choices, date: today() });
}

/** The last part of a path, on any system. */
const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Writes the decision down: as a record for a design review, with its picture, or as JSON that can be reviewed later. */
export function DecisionExport() {
  const services = useServices();
  const { platform, catalog } = services;
  const decision = useDecision();
  const close = useWindow((state) => state.openDialog);
  const notify = useWindow((state) => state.notify);
  const supersedes = useWindow((state) => state.supersedes);
  const standAlone = useWindow((state) => state.standAlone);
  const [format, setFormat] = useState<Format>('record');
  const [status, setStatus] = useState<Status>('proposed');
  const [withPicture, setWithPicture] = useState(true);
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState<{ readonly text: string; readonly remedy: string }>();
  const { scene } = usePageScene('light');
  const asked = asksForSomething(decision.need);
  const name = decisionName(catalog, decision);
  const choices = { format, status, supersedes };
  const drawsPicture = format === 'record' && withPicture && scene !== undefined && scene.nodes.length > 0;
  const preview = useMemo(
    () =>
      asked
        ? written(services, decision, {
            format,
            status,
            supersedes,
            ...(drawsPicture ? { picture: `${name}.svg` } : {}),
          })
        : undefined,
    [services, decision, asked, format, status, supersedes, drawsPicture, name],
  );

  /** Saves the picture first: the record links to the name that it was given. */
  const savePicture = async (): Promise<string | undefined> => {
    if (!scene) return undefined;
    const look = { format: 'svg', scale: 1, text: 'embedded', transparent: false } as const;
    const made = await makePicture(services, scene, name, look);
    if (!made.ok) {
      setFailed({ text: made.error, remedy: 'Save the record without its picture.' });
      return undefined;
    }
    const saved = await platform.saveAs(made.value);
    if (saved.ok) return baseName(saved.value.where);
    if (saved.error.kind !== 'cancelled') setFailed({ text: saved.error.message, remedy: saved.error.remedy });
    return undefined;
  };

  const save = async () => {
    setFailed(undefined);
    setSaving(true);
    await saveAll();
    setSaving(false);
  };
  const saveAll = async () => {
    const picture = drawsPicture ? await savePicture() : undefined;
    if (drawsPicture && picture === undefined) return;
    const text = written(services, decision, { ...choices, ...(picture === undefined ? {} : { picture }) });
    const saved = await platform.saveAs({
      name: `${name}.${format === 'json' ? 'json' : 'md'}`,
      mediaType: format === 'json' ? 'application/json' : 'text/markdown',
      bytes: new TextEncoder().encode(text),
    });
    if (saved.ok) {
      notify({ tone: 'success', text: `Saved ${saved.value.where}` });
      close(undefined);
    } else if (saved.error.kind !== 'cancelled') setFailed({ text: saved.error.message, remedy: saved.error.remedy });
  };

  return (
    <>
      {preview === undefined ? (
        <figure className="export-preview">
          <p>Nothing is asked yet, so there is no decision to write down.</p>
        </figure>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        <section className="export-text" tabIndex={0} aria-label="Preview of the file">
          <pre>{preview}</pre>
        </section>
      )}
      <div className="export-dialog__options">
        <Row
          label="Format"
          note={
            format === 'json'
              ? 'For scripts, and to be opened again: “Review an old decision” says what has changed since.'
              : 'A decision record (MADR 4): drivers, options, outcome, consequences, lifecycles, sources.'
          }
        >
          <Segmented label="Format" choices={formats} value={format} onChange={setFormat} />
        </Row>
        {format === 'record' ? (
          <>
            <Row label="Status">
              <Segmented label="Status" choices={statuses} value={status} onChange={setStatus} />
            </Row>
            <Toggle label="With the picture beside it (SVG)" isSelected={withPicture} onChange={setWithPicture} />
            {supersedes ? (
              <p className="export-supersedes">
                <span>Supersedes {supersedes.old.record?.title ?? supersedes.name}</span>
                <IconButton label="Supersede nothing" onPress={standAlone}>
                  <X size={14} aria-hidden />
                </IconButton>
              </p>
            ) : null}
          </>
        ) : null}
      </div>
      <div className="export-dialog__end">
        {failed ? (
          <p className="export-dialog__error" role="alert">
            {failed.text} <span>{failed.remedy}</span>
          </p>
        ) : null}
        <Button className="button button--primary" isDisabled={!asked} isPending={saving} onPress={() => void save()}>
          {format === 'json' ? 'Save JSON …' : drawsPicture ? 'Save picture and record …' : 'Save record …'}
        </Button>
      </div>
    </>
  );
}
