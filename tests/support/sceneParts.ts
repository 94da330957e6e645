/** Scenes as small as a test needs them: what it does not speak of is there, and empty. */
import type { Rectangle } from '../../src/core/base/geometry.ts';
import type { Scene, SceneNode } from '../../src/core/scene/scene.ts';

/** A service without words, its icon in the corner of its box. */
export const sceneNode = (id: string, box: Rectangle, more: Partial<SceneNode> = {}): SceneNode => ({
  id,
  ...box,
  kind: 'service',
  state: 'plain',
  icon: 'none',
  iconBox: { x: box.x, y: box.y, width: 10, height: 10 },
  texts: [],
  rows: [],
  badges: [],
  description: id,
  ...more,
});

/** A scene of these parts, 1,000 px each way. */
export const sceneOf = (parts: Partial<Scene>): Scene => ({
  theme: 'light',
  title: '',
  width: 1000,
  height: 1000,
  texts: [],
  legend: [],
  nodes: [],
  groups: [],
  edges: [],
  ...parts,
});
