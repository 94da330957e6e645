import type { SceneGroup, SceneNode } from '../../core/scene/scene.ts';
import type { TargetNode } from './Targets.tsx';

/** A group as something that keyboard and screen readers can reach. */
export const groupTarget = ({ id, x, y, width, height, texts }: SceneGroup): TargetNode => ({
  id,
  kind: 'group',
  label: `Boundary ${texts.map(({ text }) => text).join(' ')}`,
  state: 'plain',
  x,
  y,
  width,
  height,
  rows: [],
});

/** A node, with its rows, likewise; `nameOf`: what an entry is called. */
export const nodeTarget = (
  { id, description, state, x, y, width, height, texts, rows }: SceneNode,
  nameOf: (entry: string) => string | undefined,
): TargetNode => ({
  id,
  kind: 'node',
  label: description,
  state,
  x,
  y,
  width,
  height,
  rows: rows.map((row) => ({
    id: row.id,
    label: `${nameOf(row.id) ?? row.text.text}, part of ${texts[0]?.text ?? id}`,
    x: row.x,
    y: row.y,
    width: row.width,
    height: row.height,
  })),
});
