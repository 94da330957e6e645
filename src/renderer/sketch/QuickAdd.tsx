import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components';
import type { Point } from '../../core/base/geometry.ts';
import type { PageCommand } from '../../core/diagram/command.ts';
import { findEdge, findNode } from '../../core/diagram/page.ts';
import { arrivingAt, followersOf } from '../../core/drafting/followers.ts';
import { useDecision, useServices, useSketch, useWindow } from '../app/services.ts';
import { asksForSomething } from '../state/emptyNeed.ts';
import { EntryIcon } from '../widgets/EntryIcon.tsx';
import { SearchInput } from '../widgets/SearchInput.tsx';
import { listPlace } from './listPlace.ts';
import { type FreePlace, type NewPart, placeCommand } from './newPart.ts';
import {
  filledOnce,
  isKnownPart,
  type PartSection,
  partOfEntry,
  partsThatFit,
  sectionsAtHand,
  sectionsFound,
} from './partsOffered.ts';
import { choosePicture, lacksPicture } from './pictureFile.ts';
import { type Adding, shownPage } from './sketchStore.ts';

/** As large as the list gets, px (SketchView.css). */
const listSize = { width: 340, height: 372 } as const;

/** Where a part is seen: its target lies over it. */
const boxInWindow = (id: string | undefined): DOMRect | undefined =>
  id === undefined
    ? undefined
    : document.querySelector(`.scene-canvas [data-target="${CSS.escape(id)}"]`)?.getBoundingClientRect();

/** Entries shown at most. */
const most = 20;
/** Of what could follow, those that are shown at most. */
const mostFollowing = 12;

interface QuickAddProps {
  readonly adding: Adding;
  /** Where it opens, px of the window. */
  readonly inWindow: Point;
  /** The group that is drawn around a place of the page. */
  readonly groupAround: (at: Point) => string | undefined;
  /** Where there is room for it, if no line says where it goes. */
  readonly free: FreePlace;
  readonly onDone: (added: string | undefined) => void;
}

/** The same with an id for what it adds. */
function named(command: PageCommand, id: string): PageCommand {
  if (command.type !== 'add') return command;
  const { nodes, groups } = command;
  return {
    ...command,
    ...(nodes && { nodes: nodes.map((node) => ({ ...node, id })) }),
    ...(groups && { groups: groups.map((group) => ({ ...group, id })) }),
  };
}

/** Finds a part by typing and puts it on the page; after a connection, what could take the data that flows comes first. */
export function QuickAdd({ adding, inWindow, groupAround, free, onDone }: QuickAddProps) {
  const { catalog, index, platform, sketch, store } = useServices();
  const page = useSketch(shownPage);
  const decision = useDecision();
  const favouriteParts = useWindow((state) => state.favouriteParts);
  const recentParts = useWindow((state) => state.recentParts);
  const [query, setQuery] = useState('');
  const anchor = useRef<HTMLSpanElement>(null);
  const { reconnect } = adding;
  const from = reconnect?.end === 'to' ? findEdge(page, reconnect.edge)?.from : adding.from;
  const source = from === undefined ? undefined : findNode(page, from);

  const [place] = useState(() =>
    listPlace(inWindow, listSize, boxInWindow(from), { width: innerWidth, height: innerHeight }),
  );

  const sections = ((): readonly PartSection[] => {
    if (query.trim() !== '') return sectionsFound(catalog, query, most);
    const asked = asksForSomething(decision.need);
    const fits = (asked ? partsThatFit(catalog, decision) : []).filter(({ key }) => key !== `entry:${source?.entry}`);
    const following = (
      source
        ? followersOf(catalog, source, {
            decision: asked ? decision : undefined,
            arriving: arrivingAt(page, source.id),
          })
        : []
    )
      .slice(0, mostFollowing)
      .flatMap(({ entry, use, data }) => {
        const kind = index.dataKinds.get(data ?? '')?.name.toLowerCase();
        return partOfEntry(catalog, entry, kind === undefined ? use : `${use}, from ${kind}`);
      });
    // After what the data leads to, the rest of what the need asks for: where results come to rest, what works on.
    return filledOnce([
      { key: 'following', title: `Follows ${source?.label}`, parts: following },
      ...sectionsAtHand(catalog, fits, { favouriteParts, recentParts }),
    ]);
  })();
  const offered = sections.flatMap(({ parts }) => parts);

  const choose = (key: string) => {
    const chosen = offered.find((each) => each.key === key);
    if (!chosen) return;
    if (lacksPicture(chosen.part)) void addPicture(key);
    else add(key, chosen.part);
  };

  const addPicture = async (key: string) => {
    const picture = await choosePicture(platform);
    if (!picture.ok) store.getState().notify({ tone: 'danger', text: picture.error });
    if (picture.ok && picture.value) add(key, picture.value);
    else onDone(undefined);
  };

  const add = (key: string, part: NewPart) => {
    const { edit, select } = sketch.getState();
    const isLed = reconnect !== undefined || from !== undefined;
    const command = placeCommand(part, adding, { catalog, index }, groupAround, isLed ? undefined : free);
    const id = `part-${crypto.randomUUID().slice(0, 8)}`;
    const made = edit(named(command, id), ...joining(part, id));
    if (made) {
      select(made.slice(0, 1));
      if (isKnownPart(key)) store.getState().usedPart(key);
    }
    onDone(made?.[0]);
  };

  /** What joins the new part to what the line was drawn from, if one was. */
  const joining = (part: NewPart, id: string): readonly PageCommand[] => {
    if (reconnect) return [{ type: 'reconnect', id: reconnect.edge, [reconnect.end]: id }];
    const leaving = adding.leaves === undefined ? {} : { leaves: adding.leaves };
    return from === undefined
      ? []
      : [{ type: 'add', edges: [{ from, to: id, style: 'flow', ...leaving, ...flowing(part) }] }];
  };

  /** What flows along the new line, where it is known. */
  const flowing = (part: NewPart) => {
    if (!source || part.type !== 'entry') return {};
    const { entry } = part;
    const followers = followersOf(catalog, source, { arriving: arrivingAt(page, source.id) });
    const { data, label } = followers.find((each) => each.entry === entry) ?? {};
    const said = label ?? index.dataKinds.get(data ?? '')?.name;
    return { ...(data !== undefined && { data }), ...(said !== undefined && { label: said }) };
  };

  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: inWindow.x, top: inWindow.y }} />
      <Popover
        className="popover quick-add"
        triggerRef={anchor}
        isOpen
        placement={place.placement}
        offset={place.offset}
        shouldFlip={false}
        onOpenChange={(open) => {
          if (!open) onDone(undefined);
        }}
      >
        <Dialog className="quick-add__dialog" aria-label={source ? `Add what follows ${source.label}` : 'Add a part'}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchInput
              label="Find a part"
              placeholder={source ? `What follows ${source.label}?` : 'A service, a note, a boundary'}
              icon={<Plus size={16} aria-hidden />}
              onEnter={(key = offered[0]?.key) => {
                if (key !== undefined) choose(key);
              }}
            />
            <ListBox
              className="quick-add__list"
              aria-label="Parts"
              items={sections}
              onAction={(key) => choose(String(key))}
            >
              {({ key, title, parts }) => (
                <ListBoxSection id={key} aria-label={title ?? 'Found'}>
                  {title === undefined ? null : <Header className="section-label quick-add__title">{title}</Header>}
                  <Collection items={parts.map((each) => ({ ...each, id: each.key }))}>
                    {(each) => (
                      <ListBoxItem id={each.key} textValue={each.name} className="hit quick-add__hit">
                        <EntryIcon icon={each.icon} size={24} />
                        <span className="hit__text">
                          <span className="hit__name">{each.name}</span>
                          <small>{each.detail}</small>
                        </span>
                      </ListBoxItem>
                    )}
                  </Collection>
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Popover>
    </>
  );
}
