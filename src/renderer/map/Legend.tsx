import type { LifecycleStatus } from '../../core/catalog/entry.ts';
import { boxLook } from '../../core/scene/looks.ts';
import type { SceneState, ThemeName } from '../../core/scene/scene.ts';
import { themes } from '../../core/scene/theme.ts';
import { lifecycleSentences, lifecycleWords, stateWords } from '../../core/scene/words.ts';
import './Legend.css';

const states: readonly SceneState[] = ['recommended', 'suitable', 'supporting', 'ruled-out', 'not-relevant'];

function Sample({ state, theme }: { readonly state: SceneState; readonly theme: ThemeName }) {
  const look = boxLook(state, themes[theme]);
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
      {state === 'ruled-out' ? <path d="M4 6h10" stroke={themes[theme].danger} strokeWidth="1.5" /> : null}
    </svg>
  );
}

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
        : statuses.map((status) => (
            <li key={status}>
              <span className={`lifecycle lifecycle--${status}`}>{lifecycleWords[status]}</span>
              {lifecycleSentences[status].split(':')[0]}
            </li>
          ))}
    </ul>
  );
}
