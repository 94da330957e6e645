import { readDocument } from '../../core/document/readDocument.ts';
import { recover } from '../../core/document/recovery.ts';
import type { Platform } from '../../platform/port.ts';
import type { KeptSketch } from './filesState.ts';

/** What windows that are gone had not saved. */
export interface Recovery {
  /** The newest, handed over to this window; undefined where there is none, or no room for it by now. */
  readonly first: KeptSketch | undefined;
  /** All others, the newest first; this window holds their backups from now on. */
  readonly others: readonly KeptSketch[];
}

/**
 * What windows that are gone had not saved: the newest that still holds something is handed over to `id`, where `isFree` says that
 * there is room for one; the others keep their own ids. What holds nothing is thrown away, but for what a newer Lodestack wrote.
 */
export async function recoverBackups(
  platform: Pick<Platform, 'leftBackups' | 'keepBackup' | 'dropBackup'>,
  id: string,
  isFree: () => boolean = () => true,
): Promise<Recovery> {
  const left = await platform.leftBackups();
  let first: KeptSketch | undefined;
  const others: (KeptSketch & { readonly text: string })[] = [];
  for (const backup of left.ok ? left.value : []) {
    const recovered = recover(backup.text);
    if (recovered === undefined) {
      const read = readDocument(backup.text);
      if (read.ok || read.error.kind !== 'too-new') await platform.dropBackup(backup.id);
    } else if (first === undefined && others.length === 0 && isFree()) {
      first = { ...recovered, id };
      // First the new one, then away with the old one: there is no moment without.
      const kept = await platform.keepBackup({ id, text: backup.text });
      if (kept.ok) await platform.dropBackup(backup.id);
    } else others.push({ ...recovered, id: backup.id, text: backup.text });
  }
  // Kept once more by this window, the oldest first, so that no other takes them and their order stays.
  for (const { id: own, text } of others.toReversed()) await platform.keepBackup({ id: own, text });
  return { first, others: others.map(({ text: _, ...kept }) => kept) };
}
