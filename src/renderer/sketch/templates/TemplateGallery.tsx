import { Search, X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Autocomplete, ListBox, ListBoxItem, Text } from 'react-aria-components';
import { iconOf } from '../../../core/scene/mapPlan.ts';
import type { Template } from '../../../core/templates/template.ts';
import { useServices, useWindow } from '../../app/services.ts';
import { DialogFrame } from '../../widgets/DialogFrame.tsx';
import { EntryIcon } from '../../widgets/EntryIcon.tsx';
import { IconButton } from '../../widgets/IconButton.tsx';
import { SearchInput } from '../../widgets/SearchInput.tsx';
import { servicesOf, templateSearch } from './findTemplates.ts';
import './TemplateGallery.css';
import { useMiniature } from './useMiniature.ts';
import { useStartFrom } from './useStartFrom.ts';

const mostServices = 6;

function Card({ template }: { readonly template: Template }) {
  const { index } = useServices();
  const picture = useMiniature(template);
  const services = useMemo(
    () => servicesOf(index, template).flatMap((id) => index.entries.get(id) ?? []),
    [index, template],
  );
  return (
    <>
      <span className="template-card__picture">
        {picture === undefined ? null : <img src={picture} alt="" draggable={false} />}
      </span>
      <span className="template-card__words">
        <Text slot="label" className="template-card__title">
          {template.title}
        </Text>
        <Text slot="description" className="template-card__description">
          {template.description}
        </Text>
      </span>
      <span className="template-card__services">
        {services.slice(0, mostServices).map((entry) => (
          <span key={entry.id} title={entry.name}>
            <EntryIcon icon={iconOf(entry)} size={20} />
          </span>
        ))}
        <span className="template-card__names">
          {services.map((entry) => entry.shortName ?? entry.name).join(', ')}
        </span>
      </span>
    </>
  );
}

/** Architectures to start from, as cards; choosing one puts its need and its picture in place of the present ones. */
export default function TemplateGallery() {
  const { index, templates } = useServices();
  const close = useWindow((state) => state.openDialog);
  const startFrom = useStartFrom();
  const [query, setQuery] = useState('');
  const search = useMemo(() => templateSearch(index, templates), [index, templates]);
  const found = search(query);
  const chosen = useRef(false);
  const choose = async (id: string) => {
    const template = templates.find((each) => each.id === id);
    // The picture is laid out first, and a key may come twice meanwhile.
    if (!template || chosen.current) return;
    chosen.current = true;
    await startFrom(template);
    chosen.current = false;
  };
  return (
    <DialogFrame title="Start from a template" className="template-gallery" onClose={() => close(undefined)}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchInput
          label="Search templates"
          placeholder="What it does, or a service in it"
          icon={<Search size={16} aria-hidden />}
          onEnter={(id = query.trim() === '' ? undefined : found[0]?.id) => {
            if (id !== undefined) void choose(id);
          }}
        >
          {query === '' ? null : (
            <IconButton label="Clear the search" className="icon-button--small" onPress={() => setQuery('')}>
              <X size={14} aria-hidden />
            </IconButton>
          )}
          <span className="template-gallery__count" role="status">
            {found.length === templates.length ? `${templates.length} templates` : `${found.length} found`}
          </span>
        </SearchInput>
        <ListBox
          className="template-gallery__cards"
          aria-label="Templates"
          layout="grid"
          items={found}
          onAction={(key) => void choose(String(key))}
          renderEmptyState={() => (
            <p className="template-gallery__empty">
              No template speaks of “{query.trim()}”. Say it on the left in your own words, and it is drawn for you.
            </p>
          )}
        >
          {(template) => (
            <ListBoxItem id={template.id} textValue={template.title} className="template-card">
              <Card template={template} />
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      <p className="template-gallery__foot">
        A template brings its need along: what is recommended is decided anew from today’s catalogue.
      </p>
    </DialogFrame>
  );
}
