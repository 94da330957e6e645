import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { badgeFill, boxLook, nodeLook } from '../../core/scene/looks.ts';
import type { SceneBadge, SceneNode, SceneRow } from '../../core/scene/scene.ts';
import { radius } from '../../core/scene/spacing.ts';
import { type Theme, themes } from '../../core/scene/theme.ts';
import { useServices, useWindow } from '../app/services.ts';
import { useIconUrl } from '../widgets/EntryIcon.tsx';
import { useHighlight } from './highlight.ts';
import { useLooks } from './nodeLooks.ts';
import { SceneTexts, Strikes } from './SceneTexts.tsx';

/** `first` is how it looked when it came to its place; since then its look is in NodeLooksContext. */
export type SceneFlowNode = Node<{ readonly first: SceneNode }, 'scene'>;

function Badge({ badge, theme }: { readonly badge: SceneBadge; readonly theme: Theme }) {
  const { x, y, width, height, kind } = badge;
  const look =
    kind === 'rank' ? { fill: theme.accent, stroke: theme.canvas, strokeWidth: 2 } : { fill: badgeFill(kind, theme) };
  return (
    <>
      <rect x={x} y={y} width={width} height={height} rx={height / 2} {...look} />
      <SceneTexts texts={[badge.text]} theme={theme} />
    </>
  );
}

function Row({ row, theme }: { readonly row: SceneRow; readonly theme: Theme }) {
  const selected = useWindow((state) => state.selection === row.id);
  const look = boxLook(row.state, theme);
  const lit = row.state === 'recommended' || row.state === 'suitable' || row.state === 'supporting';
  return (
    <>
      <rect
        className="row__ground"
        data-selected={selected || undefined}
        x={row.x + 1}
        y={row.y + 1}
        width={row.width - 2}
        height={row.height - 2}
        rx={radius.small}
        fill={lit ? (row.state === 'recommended' ? theme.accent : look.fill) : 'none'}
        stroke={lit ? look.stroke : 'none'}
        strokeDasharray={look.dashes}
      />
      <SceneTexts texts={[row.text]} theme={theme} fill={row.state === 'recommended' ? theme.onAccent : undefined} />
      {row.state === 'ruled-out' ? <Strikes texts={[row.text]} theme={theme} /> : null}
      {row.badge ? <Badge badge={row.badge} theme={theme} /> : null}
    </>
  );
}

function Drawing({
  node,
  theme,
  selected,
}: {
  readonly node: SceneNode;
  readonly theme: Theme;
  readonly selected: boolean;
}) {
  const icon = useIconUrl(node.icon);
  const look = nodeLook(node, theme);
  const [firstRow] = node.rows;
  return (
    <svg
      className="scene-node__drawing"
      width={node.width}
      height={node.height}
      viewBox={`${node.x} ${node.y} ${node.width} ${node.height}`}
      aria-hidden="true"
    >
      <rect
        className="node__ground"
        data-selected={selected || undefined}
        data-framed={node.framed ?? true}
        x={node.x + look.strokeWidth / 2}
        y={node.y + look.strokeWidth / 2}
        width={node.width - look.strokeWidth}
        height={node.height - look.strokeWidth}
        rx={radius.card}
        fill={node.framed === false ? 'none' : look.fill}
        stroke={node.framed === false ? 'none' : look.stroke}
        strokeWidth={look.strokeWidth}
        strokeDasharray={look.dashes}
      />
      <image href={icon} {...node.iconBox} opacity={look.iconOpacity} />
      <SceneTexts texts={node.texts} theme={theme} />
      {node.state === 'ruled-out' ? <Strikes texts={node.texts} theme={theme} /> : null}
      {firstRow ? (
        <path
          d={`M${node.x + 10} ${firstRow.y - 4}H${node.x + node.width - 10}`}
          stroke={look.stroke}
          strokeOpacity={0.4}
        />
      ) : null}
      {node.rows.map((row) => (
        <Row key={row.id} row={row} theme={theme} />
      ))}
      {node.badges.map((badge) => (
        <Badge key={badge.kind} badge={badge} theme={theme} />
      ))}
    </svg>
  );
}

/** Draws a node as core/render does; the buttons over it are what pointer and keyboard reach. */
export const SceneNodeView = memo(function SceneNodeView({ id, data: { first } }: NodeProps<SceneFlowNode>) {
  const node = useLooks(({ nodes }) => nodes.get(id)) ?? first;
  const theme = useLooks((looks) => looks.theme);
  const entrance = useLooks((looks) =>
    looks.entrance === id || node.rows.some((row) => row.id === looks.entrance) ? looks.entrance : undefined,
  );
  const { store, index } = useServices();
  const selected = useWindow((state) => state.selection !== undefined && state.selection === node.entry);
  const quiet = useHighlight(({ near }) => near !== undefined && !near.has(node.id));
  const choose = (entry: string | undefined) => {
    if (entry !== undefined) store.getState().select(entry);
  };
  return (
    <div className="scene-node" data-quiet={quiet || undefined} data-state={node.state}>
      <Drawing node={node} theme={themes[theme]} selected={selected} />
      <button
        type="button"
        className="scene-node__target"
        data-target={node.id}
        aria-label={node.description}
        aria-pressed={selected}
        tabIndex={entrance === node.id ? 0 : -1}
        onClick={() => choose(node.entry)}
      />
      {node.rows.map((row) => (
        <button
          key={row.id}
          type="button"
          className="scene-node__target scene-node__target--row"
          data-target={row.id}
          aria-label={`${index.entries.get(row.id)?.name ?? row.text.text}, part of ${node.texts[0]?.text ?? node.id}`}
          tabIndex={entrance === row.id ? 0 : -1}
          style={{ left: row.x - node.x, top: row.y - node.y, width: row.width, height: row.height }}
          onClick={() => choose(row.id)}
        />
      ))}
    </div>
  );
});
