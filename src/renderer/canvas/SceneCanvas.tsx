import {
  type FocusEvent,
  type ReactNode,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { Scene } from '../../core/scene/scene.ts';
import { useServices, useWindow } from '../app/services.ts';
import { CanvasControls } from './CanvasControls.tsx';
import { createCamera } from './camera.ts';
import { canvasPlaces } from './canvasPlaces.ts';
import { clearGesture } from './clearGesture.ts';
import { dropping } from './dropping.ts';
import type { CanvasHandle, SceneGestures } from './gestures.ts';
import type { Marks } from './paintMarks.ts';
import { type Picture, pictureOf } from './picture.ts';
import './SceneCanvas.css';
import type { Stage } from './stage.ts';
import { Targets } from './Targets.tsx';
import { groupTarget, nodeTarget } from './targetNodes.ts';
import { targetsOf, topLeft } from './targets.ts';
import { useCanvasKeys } from './useCanvasKeys.ts';
import { useEntrySelection } from './useEntrySelection.ts';
import { useLook } from './useLook.ts';
import { useMountedTargets } from './useMountedTargets.ts';
import { usePointing } from './usePointing.ts';
import { createSettling, useShownScene } from './useShownScene.ts';
import { useStage } from './useStage.ts';
import { useSteady } from './useSteady.ts';
import { useViewCommands } from './useViewCommands.ts';

/** A scene to show, and what gestures on it come to; without gestures it is only looked at. */
export interface SceneCanvasProps extends SceneGestures {
  readonly scene: Scene;
  /** What the canvas is, for a screen reader. */
  readonly label: string;
  /** What lies above the canvas, given what brings the recommended nodes into view (absent where there are none). */
  readonly bar?: (showWhatFits: (() => void) | undefined) => ReactNode;
}

const nothing: ReadonlySet<string> = new Set();
const noMarks: Marks = new Map();

/** A scene that can be panned, zoomed, pointed at and walked through by keyboard, and edited where the view takes gestures. */
export function SceneCanvas(props: SceneCanvasProps) {
  const { scene, label, bar, overlays, marks = noMarks, animate = false, handle, ...gestures } = props;
  const { index } = useServices();
  const area = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const targetLayer = useRef<HTMLDivElement>(null);
  const overlayLayer = useRef<HTMLDivElement>(null);
  const elements = useRef({ area, ground, over, targets: targetLayer, overlays: overlayLayer });
  const select = useWindow((state) => state.select);
  const reveal = useWindow((state) => state.reveal);
  const editing = gestures.onSelect !== undefined;
  const selected = useEntrySelection(scene, gestures.selection);

  const lastPicture = useRef<Picture>(undefined);
  const picture = useMemo(() => {
    lastPicture.current = pictureOf(scene, lastPicture.current);
    return lastPicture.current;
  }, [scene]);
  const targets = useMemo(() => targetsOf(scene, editing), [scene, editing]);

  const [camera] = useState(createCamera);
  const [settling] = useState(createSettling);
  const pointAt = usePointing(area, { scene, marks, editing });
  const [entrance, setEntrance] = useState<string>();
  const focus = (id: string) => {
    const find = () => area.current?.querySelector<HTMLElement>(`[data-target="${CSS.escape(id)}"]`);
    if (!find()) flushSync(() => setEntrance(id));
    find()?.focus({ preventScroll: true });
  };
  const choose = (id: string | undefined) => {
    const target = targets.find((each) => each.id === id);
    if (id === undefined) select(undefined);
    else if (target?.entry !== undefined) select(target.entry);
  };

  const onSize = useSteady((on: Stage) => {
    if (camera.isWhole()) camera.showAll(on, picture, 'at once');
  });
  const stage = useStage(
    elements.current,
    picture,
    {
      gestures: () => ({ ...gestures, selection: selected }),
      choose,
      pointAt: (id) => pointAt(stage, id, 'pointer'),
      focus,
      zoomTo: (id) => camera.goTo(stage, picture.nodes.get(id)),
      userMoved: camera.leave,
      settle: settling.settle,
    },
    onSize,
  );

  useLook(stage, gestures, selected);
  useShownScene(stage, { picture, marks, animate }, camera, settling);

  const { zoomBy, showAll, showWhatFits } = useViewCommands(stage, picture, camera);

  // One stop of the tab order for the whole canvas: the node that was last on, else the first.
  const firstTarget = useMemo(
    () => (targets.some(({ id }) => id === entrance) ? entrance : topLeft(targets, picture.groups)?.id),
    [targets, picture, entrance],
  );

  const press = useSteady((id: string) => {
    if (gestures.onSelect) {
      const target = targets.find((each) => each.id === id);
      gestures.onSelect(new Set([target?.node ?? id]));
    } else choose(id);
  });

  const keys = useCanvasKeys({
    stage,
    gestures: { ...gestures, selection: selected },
    targets,
    focus,
    bringIn: (box) => camera.bringIn(stage, box),
    press,
    clear: () => (gestures.onSelect ? gestures.onSelect(nothing) : select(undefined)),
  });

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const target = targets.find(({ id }) => id === event.target.dataset.target);
    if (!target) return;
    if (event.target.matches(':focus-visible')) {
      camera.bringIn(stage, target);
      pointAt(stage, target.node, 'keyboard');
      stage?.setLive({ focused: target.id });
    }
    setEntrance(target.id);
    keys.follow(target);
  };
  const onBlur = () => {
    pointAt(stage, undefined, 'keyboard');
    stage?.setLive({ focused: undefined });
  };

  // The canvas is fitted when it is first shown and when other nodes stand on it, not when it is re-lit or a node moves. An
  // editor keeps its view: what was put there is there.
  const fittedFor = editing ? '' : scene.nodes.map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: only which nodes there are counts.
  useLayoutEffect(() => camera.showAll(stage, picture, 'at once'), [stage, fittedFor]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new request moves the view.
  useEffect(() => {
    if (!reveal) return;
    const target = targets.find(({ id, entry }) => entry === reveal.entry || id === reveal.entry);
    camera.showNear(stage, target);
  }, [reveal, stage]);

  const places = canvasPlaces(stage, () => {
    const { left, top } = area.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: left, y: top };
  });
  useImperativeHandle(
    handle,
    (): CanvasHandle => ({
      fit: (how) => camera.showAll(stage, picture, how),
      reveal: (id, how) => camera.reveal(stage, picture, id, how),
      focus,
      connectFrom: (id) => {
        focus(id);
        keys.connectFrom(id);
      },
      ...places,
    }),
  );

  // What the view puts over the picture can be as large on the screen at any zoom.
  useEffect(
    () =>
      stage?.onRest(() => {
        overlayLayer.current?.style.setProperty('--per-px', String(1 / stage.view().zoom));
      }),
    [stage],
  );
  // A gesture has nowhere to end once its view is gone.
  useEffect(() => () => stage && clearGesture(stage), [stage]);

  const mounted = useMountedTargets(stage, picture, firstTarget);
  const targetNodes = useMemo(
    () => [
      ...(editing ? scene.groups : []).map(groupTarget),
      ...mounted.map((node) => nodeTarget(node, (entry) => index.entries.get(entry)?.name)),
    ],
    [scene.groups, mounted, editing, index],
  );
  return (
    <>
      {bar?.(showWhatFits)}
      {/* biome-ignore lint/a11y/useSemanticElements: a canvas is no set of form fields. */}
      <div
        ref={area}
        className="scene-canvas"
        role="group"
        aria-label={label}
        aria-roledescription="canvas"
        data-edges={scene.edges.length}
        onKeyDown={keys.onKeyDown}
        onKeyUp={keys.onKeyUp}
        onFocus={onFocus}
        onBlur={onBlur}
        {...dropping(stage, picture, gestures, ({ clientX: x, clientY: y }) => places.toScene({ x, y }))}
      >
        <div aria-hidden="true">
          <canvas ref={ground} className="scene-canvas__ground" />
          <canvas ref={over} className="scene-canvas__over" />
        </div>
        <div ref={targetLayer} className="scene-canvas__layer">
          <Targets targets={targetNodes} entrance={firstTarget} selected={selected} onPress={press} />
        </div>
        <div ref={overlayLayer} className="scene-canvas__layer scene-canvas__layer--overlays" data-apart>
          {overlays}
        </div>
        {keys.hint ? (
          <p className="scene-canvas__hint" role="status">
            {keys.hint}
          </p>
        ) : null}
        {stage ? <CanvasControls stage={stage} picture={picture} onZoom={zoomBy} onFit={showAll} /> : null}
      </div>
    </>
  );
}
