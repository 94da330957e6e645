import { ChevronDown, X } from 'lucide-react';
import { memo, useState } from 'react';
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Tag,
  TagGroup,
  TagList,
} from 'react-aria-components';
import { useServices, useWindow } from '../app/services.ts';
import { addData, type DataSide, removeData } from '../state/needEdits.ts';
import './DataKinds.css';
import './NeedField.css';

const titles: Readonly<Record<DataSide, string>> = { have: 'Data at hand', want: 'Data wanted' };

function DataSideField({ side }: { readonly side: DataSide }) {
  const { catalog, index } = useServices();
  const chosen = useWindow((state) => state.need[side]);
  const editNeed = useWindow((state) => state.editNeed);
  const [typed, setTyped] = useState('');
  const choices = catalog.dataKinds.filter((kind) => !chosen.includes(kind.id));
  return (
    <div className="data-kinds__side">
      <ComboBox
        className="combo"
        menuTrigger="focus"
        inputValue={typed}
        onInputChange={setTyped}
        selectedKey={null}
        onSelectionChange={(key) => {
          if (key === null) return;
          editNeed((need) => addData(need, side, String(key)));
          setTyped('');
        }}
      >
        <Label className="select-field__label">{titles[side]}</Label>
        <div className="need-field">
          <Input className="need-field__input" placeholder="Add a kind of data" />
          <Button className="need-field__button" aria-label={`Show kinds of data for ${titles[side].toLowerCase()}`}>
            <ChevronDown size={14} aria-hidden />
          </Button>
        </div>
        <Popover className="popover" offset={4}>
          <ListBox className="list-box" items={choices} renderEmptyState={() => <p className="hint">No such kind.</p>}>
            {(kind) => (
              <ListBoxItem id={kind.id} textValue={kind.name} className="list-box__item">
                <span>
                  {kind.name}
                  <small>{kind.description}</small>
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {chosen.length === 0 ? null : (
        <TagGroup
          aria-label={titles[side]}
          selectionMode="none"
          onRemove={(keys) => {
            for (const key of keys) editNeed((need) => removeData(need, side, String(key)));
          }}
        >
          <TagList className="need-chips__list">
            {chosen.map((kind) => {
              const name = index.dataKinds.get(kind)?.name ?? kind;
              return (
                <Tag key={kind} id={kind} textValue={name} className="chip chip--data">
                  <span className="chip__text">{name}</span>
                  <Button slot="remove" className="chip__remove" aria-label={`Remove ${name}`}>
                    <X size={12} aria-hidden />
                  </Button>
                </Tag>
              );
            })}
          </TagList>
        </TagGroup>
      )}
    </div>
  );
}

/** The data that goes in, and the data that should come out. */
export const DataKinds = memo(function DataKinds() {
  return (
    <div className="data-kinds">
      <DataSideField side="have" />
      <DataSideField side="want" />
    </div>
  );
});
