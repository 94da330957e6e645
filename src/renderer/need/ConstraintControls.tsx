import { X } from 'lucide-react';
import { memo } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { type ManagementLevel, managementLevels } from '../../core/catalog/entry.ts';
import type { Constraints } from '../../core/decision/need.ts';
import { useServices, useWindow } from '../app/services.ts';
import { setConstraint, toggleExcluded } from '../state/needEdits.ts';
import { Segmented } from '../widgets/Segmented.tsx';
import { SelectField } from '../widgets/SelectField.tsx';
import { Toggle } from '../widgets/Toggle.tsx';
import './ConstraintControls.css';

/** Stands for a constraint that is left open. */
const open = 'any';

type Single = 'mode' | 'place' | 'customer';
const segments: readonly {
  name: Single;
  label: string;
  choices: readonly { value: string; label: string }[];
}[] = [
  {
    name: 'mode',
    label: 'Answers come',
    choices: [
      { value: open, label: 'Any' },
      { value: 'live', label: 'Live' },
      { value: 'batch', label: 'In batches' },
    ],
  },
  {
    name: 'place',
    label: 'It runs',
    choices: [
      { value: open, label: 'Anywhere' },
      { value: 'cloud', label: 'Cloud' },
      { value: 'edge', label: 'Edge' },
    ],
  },
  {
    name: 'customer',
    label: 'As a customer',
    choices: [
      { value: open, label: 'Open' },
      { value: 'new', label: 'New' },
      { value: 'existing', label: 'Existing' },
    ],
  },
];

const levelNames: Readonly<Record<ManagementLevel, string>> = {
  'managed-service': 'Finished API',
  'managed-platform': 'Platform',
  'own-infrastructure': 'Own machines',
};

const trainingChoices = [
  { value: open, label: 'Not said' },
  { value: 'none', label: 'None' },
  { value: 'unlabelled', label: 'Unlabelled' },
  { value: 'few-labels', label: 'A few labels' },
  { value: 'labels', label: 'Many labels' },
  { value: 'history', label: 'History over time' },
];

function SegmentRow({ name, label, choices }: (typeof segments)[number]) {
  const value = useWindow((state) => state.need.constraints[name]) ?? open;
  const editNeed = useWindow((state) => state.editNeed);
  return (
    <div className="constraint">
      <span className="constraint__label" aria-hidden="true">
        {label}
      </span>
      <Segmented
        label={label}
        choices={choices}
        value={value}
        onChange={(chosen) =>
          editNeed((need) => setConstraint(need, name, chosen === open ? undefined : (chosen as Constraints[Single])))
        }
      />
    </div>
  );
}

function ManagementRow() {
  const levels = useWindow((state) => state.need.constraints.management);
  const editNeed = useWindow((state) => state.editNeed);
  return (
    <div className="constraint constraint--stacked">
      <span className="constraint__label" aria-hidden="true">
        Acceptable: {levels === undefined ? 'all' : levels.map((level) => levelNames[level].toLowerCase()).join(', ')}
      </span>
      <ToggleButtonGroup
        aria-label="Acceptable levels of management"
        className="segmented"
        selectionMode="multiple"
        selectedKeys={levels ?? managementLevels}
        onSelectionChange={(keys) => {
          const chosen = managementLevels.filter((level) => keys.has(level));
          const all = chosen.length === 0 || chosen.length === managementLevels.length;
          editNeed((need) => setConstraint(need, 'management', all ? undefined : chosen));
        }}
      >
        {managementLevels.map((level) => (
          <ToggleButton key={level} id={level} className="segmented__choice">
            {levelNames[level]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}

function FrameworkRow() {
  const { catalog } = useServices();
  const framework = useWindow((state) => state.need.constraints.framework) ?? open;
  const editNeed = useWindow((state) => state.editNeed);
  const frameworks = catalog.entries.filter((entry) => entry.kind === 'framework');
  return (
    <SelectField
      label="Framework"
      value={framework}
      choices={[
        { value: open, label: 'Any or none' },
        ...frameworks.map((entry) => ({ value: entry.id, label: entry.name })),
      ]}
      onChange={(chosen) => editNeed((need) => setConstraint(need, 'framework', chosen === open ? undefined : chosen))}
    />
  );
}

function TrainingRow() {
  const training = useWindow((state) => state.need.constraints.trainingData) ?? open;
  const editNeed = useWindow((state) => state.editNeed);
  return (
    <SelectField
      label="Own training data"
      value={training}
      choices={trainingChoices}
      onChange={(chosen) =>
        editNeed((need) =>
          setConstraint(need, 'trainingData', chosen === open ? undefined : (chosen as Constraints['trainingData'])),
        )
      }
    />
  );
}

function SheetSwitch() {
  const on = useWindow((state) => state.need.constraints.sheetOnly ?? false);
  const editNeed = useWindow((state) => state.editNeed);
  return (
    <Toggle
      label="The sheet’s stack alone"
      detail="Leaves out what came after the cheat sheet"
      isSelected={on}
      onChange={(chosen) => editNeed((need) => setConstraint(need, 'sheetOnly', chosen || undefined))}
    />
  );
}

function ExcludedList() {
  const { index } = useServices();
  const excluded = useWindow((state) => state.need.constraints.excluded);
  const editNeed = useWindow((state) => state.editNeed);
  if (excluded === undefined) return null;
  return (
    <div className="constraint constraint--stacked">
      <span className="constraint__label">Not to be used</span>
      <ul className="need-chips__list">
        {excluded.map((id) => {
          const name = index.entries.get(id)?.name ?? id;
          return (
            <li key={id} className="chip chip--named">
              <span className="chip__text">{name}</span>
              <Button
                className="chip__remove"
                aria-label={`Allow ${name} again`}
                onPress={() => editNeed((need) => toggleExcluded(need, id))}
              >
                <X size={12} aria-hidden />
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What rules out: each open until it is set. */
export const ConstraintControls = memo(function ConstraintControls() {
  return (
    <div className="constraints">
      {segments.map((segment) => (
        <SegmentRow key={segment.name} {...segment} />
      ))}
      <ManagementRow />
      <div className="constraints__pair">
        <FrameworkRow />
        <TrainingRow />
      </div>
      <ExcludedList />
      <SheetSwitch />
    </div>
  );
});
