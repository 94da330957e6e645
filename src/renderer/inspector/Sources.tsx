import { ExternalLink } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useServices, useWindow } from '../app/services.ts';

/** Opens an address outside the window; a refusal is shown, not swallowed. */
export function useOpenExternal(): (url: string) => void {
  const { platform } = useServices();
  const notify = useWindow((state) => state.notify);
  return (url) => {
    void platform.openExternal(url).then((result) => {
      if (!result.ok) notify({ tone: 'danger', text: result.error.message, detail: result.error.remedy });
    });
  };
}

/** Where a fact was read: one click away. The cheat sheet has no address. */
export function Sources({ ids }: { readonly ids: readonly string[] }) {
  const { index } = useServices();
  const open = useOpenExternal();
  const sources = [...new Set(ids)].flatMap((id) => index.sources.get(id) ?? []);
  if (sources.length === 0) return null;
  return (
    <span className="sources">
      {sources.map(({ id, title, url, dated }) =>
        url === undefined ? (
          <span key={id} className="source" title={dated}>
            {title}
          </span>
        ) : (
          <Button
            key={id}
            className="source source--link"
            onPress={() => open(url)}
            aria-label={`Source: ${title}, ${dated}`}
          >
            <span className="source__title">{title}</span>
            <ExternalLink size={11} aria-hidden />
          </Button>
        ),
      )}
    </span>
  );
}
