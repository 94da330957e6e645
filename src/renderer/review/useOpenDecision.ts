import { useCallback, useEffect } from 'react';
import { type Services, useServices } from '../app/services.ts';
import { readDecision } from './readDecision.ts';

/** Shows a file as a decision under review, or says why it is none. */
function take({ store }: Pick<Services, 'store'>, name: string, bytes: Uint8Array): void {
  const { notify, openReview } = store.getState();
  const read = readDecision(bytes);
  if (read.ok) openReview({ name, old: read.value });
  else notify({ tone: 'danger', text: `${name} can't be reviewed. ${read.error.message}.`, detail: read.error.remedy });
}

/** Lets the user choose an old decision and opens it. */
export async function openDecision({ platform, store }: Pick<Services, 'platform' | 'store'>): Promise<void> {
  const opened = await platform.open(['json']);
  if (opened.ok) take({ store }, opened.value.name, opened.value.bytes);
  else if (opened.error.kind !== 'cancelled')
    store.getState().notify({ tone: 'danger', text: opened.error.message, detail: opened.error.remedy });
}

/** Opens an old decision, for a button. */
export function useOpenDecision(): () => void {
  const services = useServices();
  return useCallback(() => void openDecision(services), [services]);
}

/** Far above any decision, and small enough to be read at once. */
const largestDrop = 20_000_000;

/** Whether a dropped file may be a decision; a drawing of ours is not for here. */
const mayBeDecision = ({ name }: File): boolean => /\.json$/i.test(name) && !/\.lodestack\.json$/i.test(name);

/** Opens an old decision that is dropped anywhere on the window. Other files are left to who else wants them. */
export function useDecisionDrop(): void {
  const services = useServices();
  useEffect(() => {
    const isFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent): void => {
      // Without this the window would go to the file itself.
      if (isFile(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!isFile(event) || event.defaultPrevented) return;
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (!file || !mayBeDecision(file) || file.size > largestDrop) return;
      void file.arrayBuffer().then((buffer) => take(services, file.name, new Uint8Array(buffer)));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [services]);
}
