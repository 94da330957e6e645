import { Columns3, Plus, X } from 'lucide-react';
import { Button, ToggleButton } from 'react-aria-components';
import type { Entry } from '../../core/catalog/entry.ts';
import { most } from '../../core/comparison/compare.ts';
import { useWindow } from '../app/services.ts';
import './CompareButton.css';

/** Puts an entry into the comparison, or takes it out. */
export function CompareButton({ entry }: { readonly entry: string }) {
  const compared = useWindow((state) => state.compared.includes(entry));
  const toggle = useWindow((state) => state.toggleCompared);
  return (
    <Button className="button button--small" onPress={() => toggle(entry)}>
      {compared ? <X size={13} aria-hidden /> : <Plus size={13} aria-hidden />}
      {compared ? 'Don’t compare' : 'Compare'}
    </Button>
  );
}

/** A tick at a line of the ranking. */
export function CompareTick({ entry }: { readonly entry: Entry }) {
  const compared = useWindow((state) => state.compared.includes(entry.id));
  const toggle = useWindow((state) => state.toggleCompared);
  return (
    <ToggleButton
      className="compare-tick"
      isSelected={compared}
      onChange={() => toggle(entry.id)}
      aria-label={`Compare ${entry.name}`}
    >
      <span className="compare-tick__box" aria-hidden />
      Compare
    </ToggleButton>
  );
}

/** What is chosen to be compared, and the way there; nothing while nothing is. */
export function CompareTray() {
  const compared = useWindow((state) => state.compared);
  const view = useWindow((state) => state.view);
  const show = useWindow((state) => state.show);
  const compareAll = useWindow((state) => state.compareAll);
  if (compared.length === 0 || view === 'compare') return null;
  return (
    <div className="compare-tray" role="status">
      <span className="compare-tray__count">
        {compared.length} of {most} to compare
      </span>
      <Button
        className="button button--small"
        onPress={() => {
          compareAll([]);
          show(view);
        }}
      >
        Clear
      </Button>
      <Button
        className="button button--primary button--small"
        isDisabled={compared.length < 2}
        onPress={() => show('compare')}
      >
        <Columns3 size={13} aria-hidden />
        Compare
      </Button>
    </div>
  );
}
