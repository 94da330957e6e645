import { Focus } from 'lucide-react';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import type { LifecycleStatus } from '../../core/catalog/entry.ts';
import type { ThemeName } from '../../core/scene/scene.ts';
import { Keys } from '../widgets/Keys.tsx';
import { Legend } from './Legend.tsx';
import './MapBar.css';

interface MapBarProps {
  readonly theme: ThemeName;
  readonly lit: boolean;
  /** Lifecycles that occur on the map. */
  readonly statuses: readonly LifecycleStatus[];
  /** Absent where nothing is recommended. */
  readonly showWhatFits: (() => void) | undefined;
}

/** Above the map: what its looks mean, and the way from the whole map to the part that answers the need. */
export const MapBar = memo(function MapBar({ theme, lit, statuses, showWhatFits }: MapBarProps) {
  return (
    <div className="canvas-bar map-bar">
      {showWhatFits ? (
        <Button className="button button--small map-bar__fit" onPress={showWhatFits}>
          <Focus size={14} aria-hidden />
          Show what fits
          <Keys shortcut="showFits" />
        </Button>
      ) : null}
      <Legend theme={theme} lit={lit} statuses={statuses} />
    </div>
  );
});
