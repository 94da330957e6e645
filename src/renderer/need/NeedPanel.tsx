import { Eraser } from 'lucide-react';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import type { Need } from '../../core/decision/need.ts';
import { useNeedLater, useServices, useWindow } from '../app/services.ts';
import { asksForSomething, emptyNeed } from '../state/emptyNeed.ts';
import { ConstraintControls } from './ConstraintControls.tsx';
import { DataKinds } from './DataKinds.tsx';
import { DescribeBox } from './DescribeBox.tsx';
import { examples } from './examples.ts';
import { NeedChips } from './NeedChips.tsx';
import './NeedPanel.css';
import { NeedSection } from './NeedSection.tsx';
import { PreferenceSliders } from './PreferenceSliders.tsx';
import { TaskPicker } from './TaskPicker.tsx';
import { useTakeText } from './useTakeText.ts';

function Examples() {
  const take = useTakeText();
  return (
    <div className="examples">
      <p className="section-label">Or start from an example</p>
      <ul>
        {examples.map((example) => (
          <li key={example}>
            <Button className="examples__example" onPress={() => take(example)}>
              {example}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NotUnderstood() {
  const text = useWindow((state) => state.need.text ?? '');
  const asks = useWindow((state) => asksForSomething(state.need));
  if (asks || text.trim() === '') return null;
  return (
    <p className="hint" role="status">
      None of these words name a task yet. Say what goes in and what should come out, or pick a task below.
    </p>
  );
}

const Parts = memo(function Parts({ need }: { readonly need: Need }) {
  const { catalog } = useServices();
  const resetNeed = useWindow((state) => state.resetNeed);
  const picked = need.tasks.length;
  const data = need.have.length + need.want.length;
  const constraints = Object.keys(need.constraints).filter((name) => name !== 'sheetOnly').length;
  const preferences = Object.keys(need.preferences).length;
  const untouched = JSON.stringify(need) === JSON.stringify(emptyNeed);
  return (
    <div className="need-panel">
      <div className="need-panel__top">
        <DescribeBox />
        <NotUnderstood />
        <NeedChips need={need} />
        {asksForSomething(need) ? null : <Examples />}
      </div>
      <NeedSection title="Tasks" count={picked} total={catalog.tasks.length} open>
        <TaskPicker />
      </NeedSection>
      <NeedSection title="Data" count={data}>
        <DataKinds />
      </NeedSection>
      <NeedSection title="Constraints" count={constraints} note="rule out" open>
        <ConstraintControls />
      </NeedSection>
      <NeedSection title="Preferences" count={preferences} note="rank" open>
        <PreferenceSliders />
      </NeedSection>
      <div className="need-panel__end">
        <Button className="button button--quiet" isDisabled={untouched} onPress={resetNeed}>
          <Eraser size={14} aria-hidden />
          Clear the need
        </Button>
      </div>
    </div>
  );
});

/** The left panel: everything that makes up the need, from a sentence to single preferences. */
export function NeedPanel() {
  return <Parts need={useNeedLater()} />;
}
