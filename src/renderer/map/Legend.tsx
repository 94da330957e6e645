import { boxLook } from '../../core/scene/looks.ts';
import type { SceneState, ThemeName } from '../../core/scene/scene.ts';
import { themes } from '../../core/scene/theme.ts';
import { stateWords } from '../../core/scene/words.ts';
import './Legend.css';

const states: readonly SceneState[] = ['recommended', 'suitable', 'supporting', 'ruled-out', 'not-relevant'];

/** What the looks of the nodes mean. Shown while the map is lit. */
export function Legend({ theme, lit }: { readonly theme: ThemeName; readonly lit: boolean }) {
  if (!lit) return null;
  return (
    <ul className="legend" aria-label="Legend">
      {states.map((state) => {
        const look = boxLook(state, themes[theme]);
        return (
          <li key={state}>
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
            {stateWords[state]}
          </li>
        );
      })}
    </ul>
  );
}
