import { Search, Star } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import { success } from '../../core/base/result.ts';
import { useDecisionLater, useServices, useSketch, useWindow } from '../app/services.ts';
import { asksForSomething } from '../state/emptyNeed.ts';
import { EntryIcon } from '../widgets/EntryIcon.tsx';
import { IconButton } from '../widgets/IconButton.tsx';
import { encodeNewPart, newPartMediaType } from './newPart.ts';
import './PartsPanel.css';
import {
  isKnownPart,
  type OfferedPart,
  type PartSection,
  partOfEntry,
  partsThatFit,
  sectionsAtHand,
  sectionsFound,
} from './partsOffered.ts';
import { choosePicture, lacksPicture } from './pictureFile.ts';

/** Entries of a search that are shown at most. */
const most = 40;

function Part({
  offered,
  onAdd,
}: {
  readonly offered: OfferedPart;
  readonly onAdd: (offered: OfferedPart) => Promise<void>;
}) {
  const favourites = useWindow((state) => state.favouriteParts);
  const toggle = useWindow((state) => state.toggleFavouritePart);
  const starred = favourites.includes(offered.key);
  return (
    <li className="part" data-starred={starred || undefined}>
      <Button className="part__button" aria-label={`Add ${offered.name}`} onPress={() => void onAdd(offered)}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the button around it does the same for everyone. */}
        <span
          className="part__content"
          draggable={!lacksPicture(offered.part)}
          onDragStart={(event) => {
            event.dataTransfer.setData(newPartMediaType, encodeNewPart(offered.part));
            event.dataTransfer.effectAllowed = 'copy';
          }}
        >
          <EntryIcon icon={offered.icon} size={24} />
          <span className="part__text">
            <span className="part__name">{offered.name}</span>
            <small>{offered.detail}</small>
          </span>
        </span>
      </Button>
      {isKnownPart(offered.key) ? (
        <IconButton
          className="icon-button--small part__star"
          label={starred ? `${offered.name} is a favourite: let it go` : `Keep ${offered.name} as a favourite`}
          onPress={() => toggle(offered.key)}
        >
          <Star size={14} aria-hidden fill={starred ? 'currentColor' : 'none'} />
        </IconButton>
      ) : null}
    </li>
  );
}

function Section({
  title,
  parts,
  onAdd,
}: {
  title: string;
  parts: readonly OfferedPart[];
  onAdd: (offered: OfferedPart) => Promise<void>;
}) {
  if (parts.length === 0) return null;
  return (
    <section className="parts__section">
      <h2 className="section-label">{title}</h2>
      <ul className="parts__list">
        {parts.map((offered) => (
          <Part key={offered.key} offered={offered} onAdd={onAdd} />
        ))}
      </ul>
    </section>
  );
}

/** Everything that can be put on the page: dragged there, or pressed to stand in the middle of it. */
export function PartsPanel() {
  const { catalog, platform, sketch, store } = useServices();
  const decision = useDecisionLater();
  const favouriteParts = useWindow((state) => state.favouriteParts);
  const recentParts = useWindow((state) => state.recentParts);
  const asked = asksForSomething(decision.need);
  const [query, setQuery] = useState('');
  const place = useSketch((state) => state.placePart);
  const onAdd = async ({ key, part }: OfferedPart) => {
    const picture = lacksPicture(part) ? await choosePicture(platform) : success(part);
    if (!picture.ok) return store.getState().notify({ tone: 'danger', text: picture.error });
    const made = picture.value && place(picture.value);
    if (!made) return;
    sketch.getState().select(made);
    if (isKnownPart(key)) store.getState().usedPart(key);
  };
  const groups = catalog.layers.flatMap(({ groups: inLayer }) =>
    inLayer.map((group) => ({
      key: group.id,
      title: group.name,
      parts: catalog.entries
        .filter(
          (entry) => entry.group === group.id && entry.kind !== 'capability' && entry.lifecycle.status === 'active',
        )
        .flatMap(({ id }) => partOfEntry(catalog, id)),
    })),
  );
  const sections: readonly PartSection[] =
    query.trim() === ''
      ? [
          ...sectionsAtHand(catalog, asked ? partsThatFit(catalog, decision) : [], { favouriteParts, recentParts }),
          ...groups,
        ]
      : sectionsFound(catalog, query, most);
  return (
    <div className="parts">
      <TextField className="parts__search" aria-label="Find a part" value={query} onChange={setQuery}>
        <Search size={14} aria-hidden />
        <Input placeholder="Find a part" />
      </TextField>
      {sections.map(({ key, title, parts }) => (
        <Section key={key} title={title ?? 'Found'} parts={parts} onAdd={onAdd} />
      ))}
    </div>
  );
}
