import type { LifecycleStatus } from '../../core/catalog/entry.ts';
import { lifecycleSentences } from '../../core/scene/words.ts';

/** How it stands with an entry: open to all, or on its way out. */
export function LifecycleBadge({ status }: { readonly status: LifecycleStatus }) {
  return <span className={`lifecycle lifecycle--${status}`}>{lifecycleSentences[status].split(':')[0]}</span>;
}
