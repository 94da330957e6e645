import { readDocument } from '../../core/document/readDocument.ts';
import { type Recovered, recover } from '../../core/document/recovery.ts';
import type { Platform } from '../../platform/port.ts';

/**
 * What a window that is gone had not saved: the newest that still holds something, handed over to `id`. What holds nothing is thrown
 * away, but for what a newer Lodestack wrote. Others wait for the next start, and so do all where `isFree` says that there is
 * no room for one by now.
 */
export async function recoverBackup(
  platform: Pick<Platform, 'leftBackups' | 'keepBackup' | 'dropBackup'>,
  id: string,
  isFree: () => boolean = () => true,
): Promise<Recovered | undefined> {
  const left = await platform.leftBackups();
  if (!left.ok || !isFree()) return undefined;
  for (const backup of left.value) {
    const recovered = recover(backup.text);
    if (recovered) {
      if (!isFree()) return undefined;
      // First the new one, then away with the old one: there is no moment without.
      const kept = await platform.keepBackup({ id, text: backup.text });
      if (kept.ok) await platform.dropBackup(backup.id);
      return recovered;
    }
    const read = readDocument(backup.text);
    if (read.ok || read.error.kind !== 'too-new') await platform.dropBackup(backup.id);
  }
  return undefined;
}
