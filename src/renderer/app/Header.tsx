import { Download, Keyboard, PanelLeft, PanelRight, Search } from 'lucide-react';
import { Button } from 'react-aria-components';
import { counted } from '../../core/base/words.ts';
import { restsOnGuess } from '../../core/decision/need.ts';
import { FileMenu } from '../files/FileMenu.tsx';
import { asksForSomething } from '../state/emptyNeed.ts';
import type { PanelSide, View } from '../state/windowState.ts';
import { IconButton } from '../widgets/IconButton.tsx';
import { Keys } from '../widgets/Keys.tsx';
import { Segmented } from '../widgets/Segmented.tsx';
import { AppearanceMenu } from './AppearanceMenu.tsx';
import './Header.css';
import { useDecisionLater, useWindow } from './services.ts';
import { usePanelShown, useTogglePanel } from './usePanels.ts';

const views: readonly { value: View; label: string }[] = [
  { value: 'map', label: 'Stack map' },
  { value: 'draft', label: 'Sketch' },
  { value: 'compare', label: 'Compare' },
];

function PanelButton({ side, label }: { readonly side: PanelSide; readonly label: string }) {
  const open = usePanelShown(side);
  const toggle = useTogglePanel();
  const Glyph = side === 'left' ? PanelLeft : PanelRight;
  return (
    <IconButton
      label={`${open ? 'Hide' : 'Show'} the ${label}`}
      shortcut={side === 'left' ? 'toggleLeft' : 'toggleRight'}
      expanded={open}
      onPress={() => toggle(side)}
      className="header__panel-button"
    >
      <Glyph size={16} aria-hidden />
    </IconButton>
  );
}

/** The mark: four layers, one of them lit. */
function Mark() {
  return (
    <svg className="mark" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <rect x="2" y="2.5" width="16" height="3" rx="1.5" className="mark__layer" />
      <rect x="2" y="8.5" width="16" height="3" rx="1.5" className="mark__layer mark__layer--lit" />
      <rect x="2" y="14.5" width="16" height="3" rx="1.5" className="mark__layer" />
    </svg>
  );
}

/** The way to the result while it is hidden: how many fit, in words. */
function ResultButton() {
  const open = usePanelShown('right');
  const toggle = useTogglePanel();
  const decision = useDecisionLater();
  const count = decision.recommendations.length;
  if (open || !asksForSomething(decision.need)) return <PanelButton side="right" label="result" />;
  const fit = count === 0 ? 'None fit' : restsOnGuess(decision.need) ? 'A guess' : counted(count, 'fits', 'fit');
  return (
    <Button
      className="button header__result"
      aria-label={`Show the result: ${fit.toLowerCase()}`}
      aria-expanded={false}
      onPress={() => toggle('right')}
    >
      {fit}
      <PanelRight size={16} aria-hidden />
    </Button>
  );
}

/** The bar above everything: the file, the views, search, export, and how the window looks. */
export function Header() {
  const view = useWindow((state) => state.view);
  const show = useWindow((state) => state.show);
  const openDialog = useWindow((state) => state.openDialog);
  return (
    <header className="header">
      <div className="header__start">
        <PanelButton side="left" label="need" />
        <Mark />
        <h1 className="header__name">Lodestack</h1>
        <FileMenu />
      </div>
      <Segmented label="View" className="header__views" choices={views} value={view} onChange={show} />
      <div className="header__end">
        <Button className="header__search" aria-label="Search services and tasks" onPress={() => openDialog('search')}>
          <Search size={14} aria-hidden />
          <span>Search</span>
          <Keys shortcut="search" />
        </Button>
        <Button
          className="button button--primary header__export"
          aria-label="Export"
          onPress={() => openDialog('export')}
        >
          <Download size={14} aria-hidden />
          <span className="header__export-word">Export</span>
        </Button>
        <IconButton label="Keyboard shortcuts" shortcut="sheet" onPress={() => openDialog('shortcuts')}>
          <Keyboard size={16} aria-hidden />
        </IconButton>
        <AppearanceMenu />
        <ResultButton />
      </div>
    </header>
  );
}
