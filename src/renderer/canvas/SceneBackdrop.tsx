import { memo } from 'react';
import { arrowHead, routePath, withoutTip } from '../../core/render/route.ts';
import { lineLook } from '../../core/scene/looks.ts';
import type { Scene, SceneEdge, SceneGroup } from '../../core/scene/scene.ts';
import { radius } from '../../core/scene/spacing.ts';
import { type Theme, themes } from '../../core/scene/theme.ts';
import { useWindow } from '../app/services.ts';
import { useHighlight } from './highlight.ts';
import { SceneTexts } from './SceneTexts.tsx';

const cornerRadius = 6;

const Group = memo(function Group({ group, theme }: { readonly group: SceneGroup; readonly theme: Theme }) {
  const { x, y, width, height } = group;
  if (group.band === undefined) {
    const outlined = group.outlined ?? false;
    return (
      <g>
        <rect
          x={x + 0.5}
          y={y + 0.5}
          width={width - 1}
          height={height - 1}
          rx={radius.group}
          fill={outlined ? theme.canvas : theme.group}
          stroke={outlined ? theme.lineStrong : theme.line}
          strokeDasharray={outlined && group.depth > 0 ? '3 3' : undefined}
        />
        <SceneTexts texts={group.texts} theme={theme} />
      </g>
    );
  }
  const at = group.band % theme.bands.length;
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} rx={radius.band} fill={theme.bands[at]} />
      <rect x={x} y={y + radius.band} width={4} height={height - 2 * radius.band} rx={2} fill={theme.bandMarks[at]} />
      <SceneTexts texts={group.texts} theme={theme} />
    </g>
  );
});

interface EdgeProps {
  readonly edge: SceneEdge;
  readonly theme: Theme;
}

const Edge = memo(function Edge({ edge, theme }: EdgeProps) {
  const joins = (id: string | undefined) => id !== undefined && (id === edge.from || id === edge.to);
  const touched = useHighlight(({ centre }) => joins(centre));
  const quiet = useHighlight(({ near, centre }) => near !== undefined && !joins(centre));
  const selected = useWindow((state) => joins(state.selection));
  const look = lineLook(edge.style, edge.state, theme);
  if (edge.quiet && !touched && !selected) return null;
  return (
    <g className="edge" data-touched={touched || selected || undefined} data-quiet={quiet || undefined}>
      <path
        className="edge__line"
        d={routePath(withoutTip(edge.points), cornerRadius)}
        fill="none"
        stroke={look.stroke}
        strokeWidth={look.strokeWidth}
        strokeDasharray={look.dashes}
      />
      <polygon className="edge__head" points={arrowHead(edge.points)} fill={look.stroke} />
    </g>
  );
});

function EdgeLabel({ edge: { label }, theme }: EdgeProps) {
  if (label === undefined) return null;
  return (
    <g>
      <rect {...label.box} rx={radius.small} fill={theme.canvas} />
      <SceneTexts texts={[label.text]} theme={theme} />
    </g>
  );
}

/** Lit edges lie above the others. */
const order = ({ state }: SceneEdge): number => (state === 'not-relevant' || state === 'ruled-out' ? 0 : 1);

type SceneBackdropProps = Pick<Scene, 'width' | 'height' | 'groups' | 'edges'> & { readonly theme: Scene['theme'] };

/** Everything that lies below the nodes, in one drawing: groups, edges and their labels. */
export const SceneBackdrop = memo(function SceneBackdrop({ width, height, groups, edges, theme }: SceneBackdropProps) {
  const colours = themes[theme];
  const inOrder = [...edges].sort((left, right) => order(left) - order(right));
  return (
    <svg className="scene-backdrop" width={width} height={height} aria-hidden="true">
      {groups.map((group) => (
        <Group key={group.id} group={group} theme={colours} />
      ))}
      {inOrder.map((edge) => (
        <Edge key={edge.id} edge={edge} theme={colours} />
      ))}
      {inOrder.map((edge) => (
        <EdgeLabel key={edge.id} edge={edge} theme={colours} />
      ))}
    </svg>
  );
});
