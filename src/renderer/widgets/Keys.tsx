import { useWindow } from '../app/services.ts';
import { isSingleOnly, keyOf, type ShortcutId } from '../app/shortcuts.ts';

/** The keys of a shortcut as they are shown, such as "Ctrl K"; undefined while they do nothing. */
export function useKeys(shortcut: ShortcutId | undefined): string | undefined {
  const singleKeys = useWindow((state) => state.singleKeys);
  return shortcut === undefined || (!singleKeys && isSingleOnly(shortcut)) ? undefined : keyOf(shortcut);
}

/** The keys that do what stands beside them. Nothing while they do nothing. */
export function Keys({ shortcut }: { readonly shortcut: ShortcutId | undefined }) {
  const keys = useKeys(shortcut);
  return keys === undefined ? null : <kbd>{keys}</kbd>;
}
