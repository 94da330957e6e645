import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import type { MotionChoice, ThemeChoice } from '../state/windowState.ts';
import { Keys } from '../widgets/Keys.tsx';
import './AppearanceMenu.css';
import { useWindow } from './services.ts';
import type { ShortcutId } from './shortcuts.ts';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

const themes: readonly Choice<ThemeChoice>[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];
const motions: readonly Choice<MotionChoice>[] = [
  { value: 'system', label: 'Motion as the system' },
  { value: 'full', label: 'Full motion' },
  { value: 'reduced', label: 'Reduced motion' },
];
const glyphs: Readonly<Record<ThemeChoice, typeof Sun>> = { system: Monitor, light: Sun, dark: Moon };

interface ChoicesProps<Value extends string> {
  readonly title: string;
  /** Shown beside the title: what changes it without this menu. */
  readonly shortcut?: ShortcutId;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** Choices that exclude each other. Ids of items are unique in a menu: both sections have one for `system`. */
function Choices<Value extends string>({ title, shortcut, choices, chosen, onChoose }: ChoicesProps<Value>) {
  const idOf = (value: Value) => `${title} ${value}`;
  return (
    <MenuSection
      className="appearance-menu__section"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[idOf(chosen)]}
      onSelectionChange={(keysChosen) => {
        const next = choices.find(({ value }) => keysChosen !== 'all' && keysChosen.has(idOf(value)));
        if (next) onChoose(next.value);
      }}
    >
      <Header className="section-label appearance-menu__title">
        {title}
        <Keys shortcut={shortcut} />
      </Header>
      {choices.map(({ value, label }) => (
        <MenuItem key={value} id={idOf(value)} className="list-box__item" textValue={label}>
          <span className="list-box__check">{value === chosen ? <Check size={14} aria-hidden /> : null}</span>
          {label}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

/** How the window looks and moves: chosen here, or as the system asks. */
export function AppearanceMenu() {
  const theme = useWindow((state) => state.themeChoice);
  const motion = useWindow((state) => state.motionChoice);
  const setTheme = useWindow((state) => state.setTheme);
  const setMotion = useWindow((state) => state.setMotion);
  const Glyph = glyphs[theme];
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label="Appearance">
        <Glyph size={16} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu className="list-box appearance-menu" aria-label="Appearance">
          <Choices title="Theme" shortcut="theme" choices={themes} chosen={theme} onChoose={setTheme} />
          <Choices title="Motion" choices={motions} chosen={motion} onChoose={setMotion} />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
