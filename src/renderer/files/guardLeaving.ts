import type { BackupKeeper } from './keepBackups.ts';

/**
 * Keeps what is not saved when the window is hidden or about to go. Only where something is not kept yet does the browser ask whether
 * to leave: everything else comes back at the next start.
 */
export function guardLeaving(keeper: BackupKeeper): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keeper.flush();
  });
  window.addEventListener('pagehide', () => void keeper.flush());
  window.addEventListener('beforeunload', (event) => {
    if (!keeper.isPending()) return;
    void keeper.flush();
    event.preventDefault();
  });
}
