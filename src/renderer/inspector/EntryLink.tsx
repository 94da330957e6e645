import { Button } from 'react-aria-components';
import { useServices, useWindow } from '../app/services.ts';

interface EntryLinkProps {
  readonly id: string;
  /** In running text: the short name. */
  readonly short?: boolean;
}

/** The name of an entry; a press selects it and brings it into view. */
export function EntryLink({ id, short = false }: EntryLinkProps) {
  const { index } = useServices();
  const reveal = useWindow((state) => state.revealEntry);
  const entry = index.entries.get(id);
  if (!entry) return <span>{id}</span>;
  return (
    <Button className="link entry-link" onPress={() => reveal(entry.id)}>
      {(short ? entry.shortName : undefined) ?? entry.name}
    </Button>
  );
}
