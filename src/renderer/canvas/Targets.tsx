import { type CSSProperties, memo } from 'react';
import type { Rectangle } from '../../core/base/geometry.ts';
import type { SceneState } from '../../core/scene/scene.ts';

/** A node, or a row in it, as pointer, keyboard and screen reader meet it. */
export interface TargetItem extends Rectangle {
  readonly id: string;
  readonly label: string;
}

/** A node or group of the picture as something that keyboard and screen readers can reach. */
export interface TargetNode extends TargetItem {
  readonly kind: 'node' | 'group';
  readonly state: SceneState;
  readonly rows: readonly TargetItem[];
}

interface TargetProps {
  readonly target: TargetNode;
  /** The one button of these that the tab key stops at. */
  readonly entrance: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly onPress: (id: string) => void;
}

const isSamePlace = (left: TargetItem, right: TargetItem | undefined): boolean =>
  right !== undefined &&
  left.id === right.id &&
  left.label === right.label &&
  left.x === right.x &&
  left.y === right.y &&
  left.width === right.width &&
  left.height === right.height;

const isSameTarget = (left: TargetNode, right: TargetNode): boolean =>
  left === right ||
  (isSamePlace(left, right) &&
    left.state === right.state &&
    left.rows.length === right.rows.length &&
    left.rows.every((row, index) => isSamePlace(row, right.rows[index])));

const isSelectedSame = ({ target }: TargetProps, before: ReadonlySet<string>, after: ReadonlySet<string>): boolean =>
  before === after ||
  (before.has(target.id) === after.has(target.id) && target.rows.every(({ id }) => before.has(id) === after.has(id)));

/**
 * Buttons over what is painted: invisible: the ring around the one that has the focus is painted. The pointer is watched by the
 * canvas, so that a click here comes from a key or a screen reader.
 */
const Target = memo(
  function Target({ target, entrance, selected, onPress }: TargetProps) {
    const { x, y, width, height } = target;
    const button = ({ id, label }: TargetItem, className: string, style?: CSSProperties) => (
      <button
        key={id}
        type="button"
        className={className}
        data-target={id}
        aria-label={label}
        aria-pressed={selected.has(id)}
        tabIndex={entrance === id ? 0 : -1}
        style={style}
        onClick={({ detail }) => detail === 0 && onPress(id)}
      />
    );
    return (
      <div
        className="scene-node"
        data-state={target.state}
        data-kind={target.kind}
        style={{ left: x, top: y, width, height }}
      >
        {button(target, 'scene-node__target')}
        {target.rows.map((row) => {
          const place = { left: row.x - x, top: row.y - y, width: row.width, height: row.height };
          return button(row, 'scene-node__target scene-node__target--row', place);
        })}
      </div>
    );
  },
  (before, after) =>
    before.entrance === after.entrance &&
    before.onPress === after.onPress &&
    isSameTarget(before.target, after.target) &&
    isSelectedSame(after, before.selected, after.selected),
);

interface TargetsProps {
  readonly targets: readonly TargetNode[];
  readonly entrance: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly onPress: (id: string) => void;
}

/** A button over each thing of the picture: the canvas itself is silent to a screen reader. */
export const Targets = memo(function Targets({ targets, entrance, selected, onPress }: TargetsProps) {
  return targets.map((target) => (
    <Target
      key={target.id}
      target={target}
      entrance={entrance === target.id || target.rows.some(({ id }) => id === entrance) ? entrance : undefined}
      selected={selected}
      onPress={onPress}
    />
  ));
});
