import { Search, Star } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import { useDecisionLater, useServices, useSketch, useWindow } from '../app/services.ts';
import { asksForSomething } from '../state/emptyNeed.ts';
import { EntryIcon } from '../widgets/EntryIcon.tsx';
import { IconButton } from '../widgets/IconButton.tsx';
import { encodeNewPart, newPartMediaType } from './newPart.ts';
import './PartsPanel.css';
import { findParts, type OfferedPart, partOfEntry, partsBeside, partsThatFit } from './partsOffered.ts';

/** Entries of a search that are shown at most. */
const most = 40;

function Part({ offered, onAdd }: { readonly offered: OfferedPart; readonly onAdd: (offered: OfferedPart) => void }) {
  const favourites = useWindow((state) => state.favouriteParts);
  const toggle = useWindow((state) => state.toggleFavouritePart);
  const starred = favourites.includes(offered.key);
  return (
    <li className="part" data-starred={starred || undefined}>
      <Button className="part__button" aria-label={`Add ${offered.name}`} onPress={() => onAdd(offered)}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the button around it does the same for everyone. */}
        <span
          className="part__content"
          draggable
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
      <IconButton
        className="icon-button--small part__star"
        label={starred ? `${offered.name} is a favourite: let it go` : `Keep ${offered.name} as a favourite`}
        onPress={() => toggle(offered.key)}
      >
        <Star size={14} aria-hidden fill={starred ? 'currentColor' : 'none'} />
      </IconButton>
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
  onAdd: (offered: OfferedPart) => void;
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
  const { catalog, sketch } = useServices();
  const decision = useDecisionLater();
  const favourites = useWindow((state) => state.favouriteParts);
  const asked = asksForSomething(decision.need);
  const [query, setQuery] = useState('');
  const place = useSketch((state) => state.placePart);
  const onAdd = ({ part }: OfferedPart) => {
    const made = place(part);
    if (made) sketch.getState().select(made);
  };
  const beside = partsBeside();
  const kept = favourites.flatMap((key) => {
    const plain = beside.filter((offered) => offered.key === key);
    return plain.length > 0 ? plain : partOfEntry(catalog, key.replace(/^entry:/, ''));
  });
  const groups = catalog.layers.flatMap(({ groups: inLayer }) =>
    inLayer.map((group) => ({
      title: group.name,
      parts: catalog.entries
        .filter(
          (entry) => entry.group === group.id && entry.kind !== 'capability' && entry.lifecycle.status === 'active',
        )
        .flatMap(({ id }) => partOfEntry(catalog, id)),
    })),
  );
  return (
    <div className="parts">
      <TextField className="parts__search" aria-label="Find a part" value={query} onChange={setQuery}>
        <Search size={14} aria-hidden />
        <Input placeholder="Find a part" />
      </TextField>
      {query.trim() === '' ? (
        <>
          {asked ? <Section title="Fits your need" parts={partsThatFit(catalog, decision)} onAdd={onAdd} /> : null}
          <Section title="Favourites" parts={kept} onAdd={onAdd} />
          <Section title="Beside services" parts={beside} onAdd={onAdd} />
          {groups.map(({ title, parts }) => (
            <Section key={title} title={title} parts={parts} onAdd={onAdd} />
          ))}
        </>
      ) : (
        <Section title="Found" parts={findParts(catalog, query, most)} onAdd={onAdd} />
      )}
    </div>
  );
}
