import { useServices } from '../app/services.ts';
import { iconUrl } from './iconUrl.ts';

/** The address of an icon of the set, as an image of its own: nothing of it becomes part of the page. */
function useIconUrl(key: string): string {
  return iconUrl(useServices().icons, key);
}

/** An icon beside words that already say what it is. */
export function EntryIcon({ icon, size }: { readonly icon: string; readonly size: number }) {
  return <img className="entry-icon" src={useIconUrl(icon)} width={size} height={size} alt="" draggable={false} />;
}
