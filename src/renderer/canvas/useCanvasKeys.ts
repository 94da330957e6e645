import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { Point, Rectangle } from '../../core/base/geometry.ts';
import { useWindow } from '../app/services.ts';
import { shortcutOf } from '../app/shortcuts.ts';
import { type Direction, nextTarget } from './directions.ts';
import { nextEdgeOf, saidOfEdge, selectedEdgeOf } from './edgesOfNode.ts';
import type { SceneGestures } from './gestures.ts';
import type { Stage } from './stage.ts';
import { movable, placesOf, withContent } from './taken.ts';
import { alongEdge, type CanvasTarget } from './targets.ts';
import { useFocusThatStays } from './useFocusThatStays.ts';
import { useKeyModes } from './useKeyModes.ts';
import { toCanvas } from './view.ts';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const unit: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};
const defaultSteps = { small: 1, large: 10 } as const;

interface KeyHost {
  readonly stage: Stage | undefined;
  readonly gestures: SceneGestures;
  readonly targets: readonly CanvasTarget[];
  readonly focus: (id: string) => void;
  /** Pans to a box that is not in view. */
  readonly bringIn: (box: Rectangle) => void;
  /** What a click on the button of a part does. */
  readonly press: (id: string) => void;
  /** Nothing is to be selected any more. */
  readonly clear: () => void;
}

/** The canvas by keyboard. */
export interface CanvasKeys {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onKeyUp: (event: KeyboardEvent<HTMLElement>) => void;
  /** What the keys do at the moment, where that is not what they do otherwise. */
  readonly hint: string | undefined;
  readonly connectFrom: (id: string) => void;
  /** To be called when a target gets the focus. */
  readonly follow: (target: CanvasTarget) => void;
}

/** What the keys do that are pressed on a canvas: see gestures.ts. */
export function useCanvasKeys({ stage, gestures, targets, focus, bringIn, press, clear }: KeyHost): CanvasKeys {
  const say = useWindow((state) => state.say);
  const modes = useKeyModes(stage, gestures, say);
  const remember = useFocusThatStays(targets, gestures.selection, focus);
  const { selection, onSelect, onMove, onOpen, onMenu, steps = defaultSteps } = gestures;

  /** What a key has just moved: the view follows it once it is drawn where it is now. */
  const moved = useRef<string>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it stands now is all that counts.
  useLayoutEffect(() => {
    const target = targets.find(({ id }) => id === moved.current);
    moved.current = undefined;
    if (target) bringIn(target);
  }, [targets]);

  const move = (from: CanvasTarget, direction: Direction, distance: number, again: boolean) => {
    if (!stage || !onMove) return;
    const picture = stage.picture();
    const taken = selection?.has(from.node) ? selection : [from.node];
    if (onSelect && !selection?.has(from.node)) onSelect(new Set([from.node]));
    const ids = movable(picture, gestures, taken);
    if (ids.length === 0) return;
    const delta = { x: unit[direction].x * distance, y: unit[direction].y * distance };
    const all = withContent(picture, gestures, ids);
    const positions = Object.fromEntries(
      Object.entries(placesOf(picture, all)).map(([id, { x, y }]) => [id, { x: x + delta.x, y: y + delta.y }]),
    );
    moved.current = from.id;
    onMove({ phase: 'end', ids, positions, delta, by: 'keyboard', again, copy: false });
  };

  const go = (to: string, keep: boolean) => {
    focus(to);
    if (!onSelect || modes.on !== undefined) return;
    const target = targets.find(({ id }) => id === to);
    if (target) onSelect(new Set([...(keep ? (selection ?? []) : []), target.node]));
  };

  /** The node whose edges are gone through; on any other, Enter means that node, whatever is selected. */
  const walked = useRef<string>(undefined);
  const follow = (target: CanvasTarget) => {
    if (target.node !== walked.current) walked.current = undefined;
    remember(target);
    modes.follow(target);
  };

  /** One edge of a node after the other, then none. */
  const nextEdge = (id: string) => {
    if (!stage || !onSelect) return;
    const next = nextEdgeOf(stage.picture(), id, selection);
    walked.current = id;
    onSelect(new Set([next]));
    say(saidOfEdge(stage.picture(), id, next));
  };

  const askForMenu = (target: CanvasTarget, element: HTMLElement) => {
    if (!stage || !onMenu) return;
    const at = { x: target.x + target.width / 2, y: target.y + target.height / 2 };
    const inCanvas = toCanvas(stage.view(), at);
    const { left, top } = element.getBoundingClientRect();
    onMenu({ id: target.node, at, inWindow: { x: inCanvas.x + left, y: inCanvas.y + top } });
  };

  const selectAll = () => {
    const scene = stage?.picture().scene;
    if (scene) onSelect?.(new Set([...scene.nodes, ...scene.groups, ...scene.edges].map(({ id }) => id)));
  };

  /**
   * What Space went down on: it is pressed when Space is let go, unless the pointer panned meanwhile. A part is a button, which would do so
   * by itself; but React Aria takes such a click for a screen reader's, and gives what opens next the focus a frame late: too late for
   * who types on.
   */
  const held = useRef<string>(undefined);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || (event.target as Element).closest('[data-apart]')) return;
    const focused = event.target instanceof HTMLElement ? event.target.dataset.target : undefined;
    const from = targets.find((target) => target.id === focused);
    const meant = shortcutOf(event, 'picture');
    const direction = directions[event.key];
    const reachable = targets.filter(({ node }) => modes.allows(node));
    const done = () => event.preventDefault();

    if (meant === 'unselect') {
      if (modes.on === undefined) clear();
      else {
        modes.giveUp();
        say('Given up');
      }
      done();
    } else if (shortcutOf(event, 'sketch') === 'selectAll' && onSelect) {
      done();
      selectAll();
    }
    if (from === undefined || meant === undefined) return;
    switch (meant) {
      case 'move':
      case 'moveFar':
        if (!onMove || !direction) return;
        done();
        return move(from, direction, meant === 'moveFar' ? steps.large : steps.small, event.repeat);
      case 'go':
      case 'extend':
      case 'follow': {
        if (!direction) return;
        done();
        if (modes.on === 'resize') return modes.stretch(direction, event.shiftKey ? steps.large : steps.small);
        const next =
          meant === 'follow'
            ? stage && alongEdge(stage.picture(), from.node, direction)
            : nextTarget(from, reachable, direction)?.id;
        if (next === undefined) modes.foundNone(direction);
        else go(next, event.shiftKey);
        return;
      }
      case 'rename':
        if (event.key === 'Enter' && modes.on !== undefined) {
          done();
          modes.finish(from);
        } else if (onOpen) {
          done();
          const edge =
            stage && walked.current === from.node ? selectedEdgeOf(stage.picture(), from.node, selection) : undefined;
          onOpen(edge ?? from.node);
        } else if (event.key === 'Enter') {
          done();
          if (!event.repeat) press(from.id);
        }
        return;
      case 'connect':
        done();
        return modes.connectFrom(from.node);
      case 'reshape':
        done();
        return modes.reshape(from.node);
      case 'nextEdge':
        if (!onSelect) return;
        done();
        return nextEdge(from.node);
      case 'menu':
        if (!onMenu) return;
        done();
        return askForMenu(from, event.currentTarget);
      case 'select':
        done();
        held.current = from.id;
        return;
      case 'unselect':
        // Heard above.
        return;
    }
  };

  const onKeyUp = ({ key, target }: KeyboardEvent<HTMLElement>) => {
    if (key !== ' ') return;
    const id = held.current;
    held.current = undefined;
    if (id !== undefined && target instanceof HTMLElement && target.dataset.target === id) press(id);
  };

  return { onKeyDown, onKeyUp, hint: modes.hint, connectFrom: modes.connectFrom, follow };
}
