import { ChevronDown, Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button, MenuTrigger, Popover } from 'react-aria-components';
import { pagesInOrder } from '../../core/document/document.ts';
import { useServices, useSketch } from '../app/services.ts';
import { EntryMenu } from '../widgets/EntryMenu.tsx';
import { IconButton } from '../widgets/IconButton.tsx';

interface TabProps {
  readonly id: string;
  readonly title: string;
  readonly place: number;
  readonly count: number;
}

/** A field in place of the name of a page. Enter and leaving it keep what is typed, Escape does not. */
function PageName({ id, title, onDone }: Pick<TabProps, 'id' | 'title'> & { readonly onDone: () => void }) {
  const { sketch } = useServices();
  const [typed, setTyped] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  // Not `autoFocus`: that comes before the menu that led here has let go of the window.
  useEffect(() => field.current?.focus(), []);
  const keep = () => {
    const name = typed.trim();
    if (name !== '' && name !== title) sketch.getState().perform({ type: 'rename-page', page: id, title: name });
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') keep();
    else if (event.key === 'Escape') onDone();
  };
  return (
    <input
      ref={field}
      className="page-tabs__name"
      aria-label={`Name of the page ${title}`}
      value={typed}
      size={Math.max(8, typed.length)}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={onKeyDown}
    />
  );
}

/** What can be done with the page that is shown. */
function PageMenu({ id, title, place, count, onRename }: TabProps & { readonly onRename: () => void }) {
  const { sketch } = useServices();
  const { perform, showPage } = sketch.getState();
  const duplicate = () => {
    const [made] = perform({ type: 'duplicate-page', page: id, title: `${title} (copy)` }) ?? [];
    if (made !== undefined) showPage(made);
  };
  const move = (to: number) => () => perform({ type: 'move-page', page: id, to });
  const parts = [
    {
      entries: [
        { id: 'rename', label: 'Rename', run: onRename },
        { id: 'duplicate', label: 'Duplicate', run: duplicate },
      ],
    },
    {
      entries: [
        ...(place > 0 ? [{ id: 'left', label: 'Move left', run: move(place - 1) }] : []),
        ...(place < count - 1 ? [{ id: 'right', label: 'Move right', run: move(place + 1) }] : []),
      ],
    },
    {
      entries:
        count > 1 ? [{ id: 'delete', label: 'Delete', run: () => perform({ type: 'remove-page', page: id }) }] : [],
    },
  ];
  return (
    <MenuTrigger>
      <IconButton className="icon-button--small" label={`What can be done with the page ${title}`} onPress={() => {}}>
        <ChevronDown size={14} aria-hidden />
      </IconButton>
      <Popover className="popover" placement="top start" offset={4}>
        <EntryMenu label={`Page ${title}`} parts={parts} />
      </Popover>
    </MenuTrigger>
  );
}

function PageTab({ shown, ...tab }: TabProps & { readonly shown: boolean }) {
  const { sketch } = useServices();
  const [renaming, setRenaming] = useState(false);
  const { id, title } = tab;
  if (renaming)
    return (
      <span className="page-tabs__tab" data-current>
        <PageName id={id} title={title} onDone={() => setRenaming(false)} />
      </span>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the menu beside it does the same for everyone.
    <span className="page-tabs__tab" data-current={shown || undefined} onDoubleClick={() => setRenaming(true)}>
      <Button
        className="page-tabs__button"
        {...(shown ? { 'aria-current': 'page' } : {})}
        onPress={() => sketch.getState().showPage(id)}
      >
        {title || 'Untitled'}
      </Button>
      {shown ? <PageMenu {...tab} onRename={() => setRenaming(true)} /> : null}
    </span>
  );
}

/** The pages of the document, below the canvas. */
export function PageTabs() {
  const { sketch } = useServices();
  const document = useSketch((state) => state.history.document);
  const shown = useSketch((state) => state.page);
  const pages = pagesInOrder(document);
  const { perform, showPage } = sketch.getState();
  const addPage = () => {
    const made = perform({ type: 'add-page', title: `Page ${pages.length + 1}` });
    if (made?.[0] !== undefined) showPage(made[0]);
  };
  return (
    <nav className="page-tabs" aria-label="Pages">
      {pages.map(({ id, title }, place) => (
        <PageTab key={id} id={id} title={title} place={place} count={pages.length} shown={id === shown} />
      ))}
      <IconButton className="icon-button--small" label="Add a page" onPress={addPage}>
        <Plus size={14} aria-hidden />
      </IconButton>
    </nav>
  );
}
