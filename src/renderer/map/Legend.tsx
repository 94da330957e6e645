import { useSyncExternalStore } from 'react';
import type { LifecycleStatus } from '../../core/catalog/entry.ts';
import { boxLook } from '../../core/scene/looks.ts';
import type { SceneState, ThemeName } from '../../core/scene/scene.ts';
import { lifecycleWords, stateWords } from '../../core/scene/words.ts';
import { onForcedColours, shownColours } from '../themes/forcedColours.ts';
import './Legend.css';

const states: readonly SceneState[] = ['recommended', 'suitable', 'supporting', 'ruled-out', 'not-relevant'];

function Sample({ state, theme }: { readonly state: SceneState; readonly theme: ThemeName }) {
  const colours = useSyncExternalStore(onForcedColours, () => shownColours(theme));
  const look = boxLook(state, colours);
  return (
    <svg width="18" height="12" aria-hidden="true">
      <rect
        x="1"
        y="1"
        width="16"
        height="10"
        rx="3"
        fill={look.fill}
        stroke={look.stroke}
        strokeWidth={Math.min(2, look.strokeWidth)}
        strokeDasharray={look.dashes}
      />
      {state === 'ruled-out' ? <path d="M4 6h10" stroke={colours.danger} strokeWidth="1.5" /> : null}
    </svg>
  );
}

/** The mark that the map bears from afar (drawLifecycleMarks). */
function LifecycleMark() {
  return (
    <svg width="13" height="13" viewBox="0 0 13 13" aria-hidden="true" className="legend__mark">
      <circle cx="6.5" cy="6.5" r="6.5" />
      <path d="M6.5 3v4.2M6.5 8.8v1.4" />
    </svg>
  );
}

/** What a badge leaves unsaid. */
const besideBadge: Readonly<Record<LifecycleStatus, string>> = {
  active: '',
  'closed-to-new': 'to new customers',
  ending: 'at a set date',
  retired: '',
  legacy: 'frozen or superseded',
};

interface LegendProps {
  readonly theme: ThemeName;
  readonly lit: boolean;
  /** Lifecycles that occur on the map. */
  readonly statuses: readonly LifecycleStatus[];
}

/** What the looks of the map mean: of a decision while it is lit, of lifecycles while it is not. */
export function Legend({ theme, lit, statuses }: LegendProps) {
  return (
    <ul className="legend" aria-label="Legend">
      {lit
        ? states.map((state) => (
            <li key={state}>
              <Sample state={state} theme={theme} />
              {stateWords[state]}
            </li>
          ))
        : null}
      {lit && statuses.length > 0 ? (
        <li className="legend__lifecycle">
          <LifecycleMark />
          Closing
        </li>
      ) : null}
      {lit || statuses.length === 0 ? null : (
        <li>
          <LifecycleMark />
          means
        </li>
      )}
      {lit
        ? null
        : statuses.map((status) => (
            <li key={status}>
              <span className={`lifecycle lifecycle--${status}`}>{lifecycleWords[status]}</span>
              {besideBadge[status]}
            </li>
          ))}
    </ul>
  );
}
