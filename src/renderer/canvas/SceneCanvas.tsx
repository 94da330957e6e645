import {
  type DragEvent,
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
import { hullOf, type Rectangle } from '../../core/base/geometry.ts';
import type { Scene } from '../../core/scene/scene.ts';
import { useServices, useWindow } from '../app/services.ts';
import { CanvasControls } from './CanvasControls.tsx';
import { clearGesture } from './clearGesture.ts';
import type { CanvasHandle, SceneGestures } from './gestures.ts';
import { onlyOne } from './gestureWork.ts';
import { neighboursOf } from './neighbours.ts';
import type { Marks } from './paintMarks.ts';
import { readableFrom } from './paintScene.ts';
import { type Picture, pictureOf } from './picture.ts';
import './SceneCanvas.css';
import { zoomStep } from './CanvasControls.tsx';
import { liesIn } from './spatialGrid.ts';
import { type TargetNode, Targets } from './Targets.tsx';
import { litContent, targetsOf, topLeft } from './targets.ts';
import { useCanvasKeys } from './useCanvasKeys.ts';
import { useMountedTargets } from './useMountedTargets.ts';
import { useStage } from './useStage.ts';
import { useSteady } from './useSteady.ts';
import { useViewKeys } from './useViewKeys.ts';
import { broughtIn, centredOn, fitted, seenPart, toCanvas, toScene, zoomedAt } from './view.ts';

/** A scene to show, and what gestures on it come to; without gestures it is only looked at. */
export interface SceneCanvasProps extends SceneGestures {
  readonly scene: Scene;
  /** What the canvas is, for a screen reader. */
  readonly label: string;
  /** What lies above the canvas, given what brings the recommended nodes into view (absent where there are none). */
  readonly bar?: (showWhatFits: (() => void) | undefined) => ReactNode;
}

/** Zoom at which a node that is looked for is shown. */
const readingZoom = 1;
/** A picture of few nodes is not blown up to fill the canvas. */
const mostFitted = 1.25;
const edgeMargin = 48;
const flightTime = 250;
const tweenTime = 280;
/** px of the scene. */
const farStep = 24;
/** How long a move waits for the view's next scene until it goes back, ms. */
const settleTime = 500;
/** The pointer rests so long on a node before the others step back, ms: crossing the picture changes nothing. */
const pointDelay = 70;
/** And so long until it is shown as large as can be read, ms. */
const lensDelay = 350;

const nothing: ReadonlySet<string> = new Set();
const noMarks: Marks = new Map();

/** Whether something stands so far from where it stood that the eye would lose it. A step by an arrow key is no such way. */
const standsElsewhere = (before: Picture, { nodes }: Scene): boolean =>
  nodes.some(({ id, x, y }) => {
    const old = before.nodes.get(id);
    return old !== undefined && Math.abs(old.x - x) + Math.abs(old.y - y) > farStep;
  });

/** What there is to say of a node, a line each. */
const said = (marks: Marks, id: string | undefined): string =>
  ((id !== undefined && marks.get(id)) || []).map(({ text }) => text).join('\n');

/** What is shown as selected where the view says nothing of it: what stands for the entry that is selected in the window. */
function useEntrySelection(scene: Scene, own: ReadonlySet<string> | undefined): ReadonlySet<string> {
  const entry = useWindow((state) => state.selection);
  const shown = useMemo(() => {
    if (own || entry === undefined) return nothing;
    const ids = scene.nodes.flatMap((node) => [
      ...(node.entry === entry ? [node.id] : []),
      ...node.rows.flatMap(({ id }) => (id === entry ? [id] : [])),
    ]);
    return new Set(ids);
  }, [scene, own, entry]);
  return own ?? shown;
}

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
  const dots = useWindow((state) => state.pageDots) && editing;
  const selected = useEntrySelection(scene, gestures.selection);

  const lastPicture = useRef<Picture>(undefined);
  const picture = useMemo(() => {
    lastPicture.current = pictureOf(scene, lastPicture.current);
    return lastPicture.current;
  }, [scene]);
  const targets = useMemo(() => targetsOf(scene, editing), [scene, editing]);
  const neighbours = useMemo(() => neighboursOf(scene.edges), [scene.edges]);

  /** Everything is in view, and stays so when the canvas changes its size, until the user moves the view. */
  const whole = useRef(true);
  const settling = useRef<{ done: () => void; timer: ReturnType<typeof setTimeout> }>(undefined);
  const settled = () => {
    if (!settling.current) return;
    clearTimeout(settling.current.timer);
    settling.current.done();
    settling.current = undefined;
  };
  const pointTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lensTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pointed = useRef<string>(undefined);

  const focus = (id: string) => {
    const find = () => area.current?.querySelector<HTMLElement>(`[data-target="${CSS.escape(id)}"]`);
    if (!find()) flushSync(() => setEntrance(id));
    find()?.focus({ preventScroll: true });
  };
  const show = (box: Rectangle, zoom: number) => {
    if (!stage) return;
    whole.current = false;
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    stage.setView(centredOn(middle, zoom, stage.size()), flightTime);
  };
  const pointAt = (id: string | undefined, delay: number) => {
    if (pointed.current === id) return;
    pointed.current = id;
    clearTimeout(pointTimer.current);
    clearTimeout(lensTimer.current);
    if (area.current) area.current.title = said(marks, delay > 0 ? id : undefined);
    if (stage?.live().lens !== undefined) stage.setLive({ lens: undefined });
    const point = () => {
      stage?.setLive({ hovered: id });
      // Who draws sees every part at its own size; nothing grows over its neighbours.
      if (id !== undefined && !editing) lensTimer.current = setTimeout(() => stage?.setLive({ lens: id }), lensDelay);
      const near = id !== undefined && !editing ? (neighbours.get(id) ?? new Set([id])) : undefined;
      // With very many nodes a change of all of them is no help to the eye, and takes its time.
      stage?.setNear(near && id !== undefined && scene.nodes.length < 600 ? { ids: near, centre: id } : undefined);
    };
    if (delay === 0) point();
    else pointTimer.current = setTimeout(point, delay);
  };
  const choose = (id: string | undefined) => {
    const target = targets.find((each) => each.id === id);
    if (id === undefined) select(undefined);
    else if (target?.entry !== undefined) select(target.entry);
  };

  const showAll = (on = stage, duration = flightTime) => {
    if (!on || on.size().width === 0) return;
    whole.current = true;
    const { width, height } = on.size();
    // Names of nodes without a card stand out to both sides in a far view.
    const padding = scene.nodes.some(({ framed }) => framed === false)
      ? 0.06
      : Math.min(0.03, 16 / Math.min(width, height));
    on.setView(fitted(picture.content, on.size(), padding, mostFitted), duration);
  };
  const onSize = useSteady((on: NonNullable<typeof stage>) => {
    if (whole.current) showAll(on, 0);
  });
  const stage = useStage(
    elements.current,
    picture,
    {
      gestures: () => ({ ...gestures, selection: selected }),
      choose,
      pointAt: (id) => pointAt(id, id === undefined ? 0 : pointDelay),
      focus,
      zoomTo: (id) => {
        const node = picture.nodes.get(id);
        if (node && stage) show(node, Math.max(readingZoom, stage.view().zoom * 1.5));
      },
      userMoved: () => {
        whole.current = false;
      },
      settle: (done) => {
        settled();
        settling.current = { done, timer: setTimeout(settled, settleTime) };
      },
    },
    onSize,
  );

  const { resizable, onResize, locked } = gestures;
  const alone = onlyOne(gestures.selection);
  const sized = alone !== undefined && onResize && !locked?.has(alone) && resizable?.(alone) ? alone : undefined;
  const reconnectable = gestures.onReconnect !== undefined;
  useLayoutEffect(() => {
    stage?.setLook({
      selection: selected,
      resizable: sized,
      reconnectable,
      pointing: editing ? 'editor' : 'map',
      dots,
    });
  }, [stage, selected, sized, reconnectable, editing, dots]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another scene is to be shown.
  useLayoutEffect(() => {
    if (!stage) return;
    const old = stage.picture();
    const byHand = settling.current !== undefined || stage.live().moving !== undefined;
    const flies = animate && !byHand && scene.nodes.length < 1500 && standsElsewhere(old, scene);
    stage.setPicture(picture, flies ? tweenTime : 0);
    settled();
    // Where everything was in view, it is after a tidy too.
    if (flies && whole.current && !liesIn(picture.content, seenPart(stage.view(), stage.size()))) showAll();
  }, [stage, picture]);

  useLayoutEffect(() => stage?.setMarks(marks), [stage, marks]);

  const showEverything = useSteady(() => showAll());
  const zoomBy = useSteady((factor: number) => {
    if (!stage) return;
    whole.current = false;
    const { width, height } = stage.size();
    stage.setView(zoomedAt(stage.view(), factor, { x: width / 2, y: height / 2 }), 150);
  });
  const lit = useMemo(() => litContent(scene), [scene]);
  const fitLit = useSteady(() => {
    if (!lit || !stage) return;
    whole.current = false;
    stage.setView(fitted(lit, stage.size(), 0.06, mostFitted), flightTime);
  });
  const viewKeys = useMemo(
    () => ({
      zoomIn: () => zoomBy(zoomStep),
      zoomOut: () => zoomBy(1 / zoomStep),
      fullSize: () => zoomBy(1 / (stage?.view().zoom ?? 1)),
      showAll: showEverything,
      showFits: fitLit,
    }),
    [stage, zoomBy, showEverything, fitLit],
  );
  useViewKeys(viewKeys);

  /** Pans only where the box is not already in view, and never changes the zoom: the eye keeps its place. */
  const bringIntoView = (box: Rectangle) => {
    if (!stage) return;
    const next = broughtIn(stage.view(), box, stage.size(), edgeMargin);
    if (next === stage.view()) return;
    whole.current = false;
    stage.setView(next, flightTime);
  };

  const [entrance, setEntrance] = useState<string>();
  // One stop of the tab order for the whole canvas: the node that was last on, else the first.
  const firstTarget = useMemo(
    () => (targets.some(({ id }) => id === entrance) ? entrance : topLeft(targets, picture.groups)?.id),
    [targets, picture, entrance],
  );

  const keys = useCanvasKeys({
    stage,
    gestures: { ...gestures, selection: selected },
    targets,
    focus,
    clear: () => (gestures.onSelect ? gestures.onSelect(nothing) : select(undefined)),
  });

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const target = targets.find(({ id }) => id === event.target.dataset.target);
    if (!target) return;
    if (event.target.matches(':focus-visible')) {
      bringIntoView(target);
      pointAt(target.node, 0);
      stage?.setLive({ focused: target.id });
    }
    setEntrance(target.id);
    keys.follow(target);
  };

  const onBlur = () => {
    pointAt(undefined, 0);
    stage?.setLive({ focused: undefined });
  };

  // The canvas is fitted when it is first shown and when other nodes stand on it, not when it is re-lit or a node moves. An
  // editor keeps its view: what was put there is there.
  const fittedFor = editing ? '' : scene.nodes.map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: only which nodes there are counts.
  useLayoutEffect(() => showAll(stage, 0), [stage, fittedFor]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new request moves the view.
  useEffect(() => {
    const target = targets.find(({ id, entry }) => entry === reveal?.entry || id === reveal?.entry);
    if (target && stage && reveal) show(target, Math.max(readingZoom, stage.view().zoom));
  }, [reveal, stage]);

  const inCanvas = (inWindow: { readonly x: number; readonly y: number }) => {
    const box = area.current?.getBoundingClientRect();
    return { x: inWindow.x - (box?.left ?? 0), y: inWindow.y - (box?.top ?? 0) };
  };
  useImperativeHandle(
    handle,
    (): CanvasHandle => ({
      fit: (how) => showAll(stage, how === 'at once' ? 0 : flightTime),
      reveal: (id) => {
        const box = picture.nodes.get(id) ?? picture.groups.get(id);
        const edge = picture.edges.get(id);
        const place = box ?? (edge && hullOf(edge.points.map((point) => ({ ...point, width: 0, height: 0 }))));
        if (!place || !stage) return;
        if (stage.view().zoom < readableFrom) show(place, readingZoom);
        else bringIntoView(place);
      },
      focus,
      connectFrom: (id) => {
        focus(id);
        keys.connectFrom(id);
      },
      seen: () => (stage ? seenPart(stage.view(), stage.size()) : { x: 0, y: 0, width: 0, height: 0 }),
      centre: () => {
        const { width, height } = stage?.size() ?? { width: 0, height: 0 };
        return toScene(stage?.view() ?? { x: 0, y: 0, zoom: 1 }, { x: width / 2, y: height / 2 });
      },
      toScene: (inWindow) => toScene(stage?.view() ?? { x: 0, y: 0, zoom: 1 }, inCanvas(inWindow)),
      toWindow: (point) => {
        const at = toCanvas(stage?.view() ?? { x: 0, y: 0, zoom: 1 }, point);
        const box = area.current?.getBoundingClientRect();
        return { x: at.x + (box?.left ?? 0), y: at.y + (box?.top ?? 0) };
      },
    }),
  );

  const { onPlace, accepts } = gestures;
  const isWelcome = (event: DragEvent) => onPlace !== undefined && (accepts?.(event.dataTransfer.types) ?? true);
  const dropPlace = (event: DragEvent) =>
    toScene(stage?.view() ?? { x: 0, y: 0, zoom: 1 }, inCanvas({ x: event.clientX, y: event.clientY }));
  const dropping = {
    onDragOver: (event: DragEvent) => {
      if (!isWelcome(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      const at = dropPlace(event);
      stage?.setLive({ placing: at, dropInto: picture.groupAround({ ...at, width: 0, height: 0 })?.id });
    },
    onDragLeave: (event: DragEvent) => {
      if (event.relatedTarget instanceof Node && area.current?.contains(event.relatedTarget)) return;
      stage?.setLive({ placing: undefined, dropInto: undefined });
    },
    onDrop: (event: DragEvent) => {
      if (!isWelcome(event)) return;
      event.preventDefault();
      const at = dropPlace(event);
      stage?.setLive({ placing: undefined, dropInto: undefined });
      const group = picture.groupAround({ ...at, width: 0, height: 0 })?.id;
      onPlace?.({ at, data: event.dataTransfer, group });
    },
  };

  useEffect(
    () => () => {
      clearTimeout(pointTimer.current);
      clearTimeout(lensTimer.current);
    },
    [],
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

  const press = useSteady((id: string) => {
    if (gestures.onSelect) {
      const target = targets.find((each) => each.id === id);
      gestures.onSelect(new Set([target?.node ?? id]));
    } else choose(id);
  });
  const mounted = useMountedTargets(stage, picture, firstTarget);
  const targetNodes = useMemo(
    (): TargetNode[] => [
      ...(editing ? scene.groups : []).map(
        ({ id, x, y, width, height, texts }): TargetNode => ({
          id,
          kind: 'group',
          label: `Boundary ${texts.map(({ text }) => text).join(' ')}`,
          state: 'plain',
          x,
          y,
          width,
          height,
          rows: [],
        }),
      ),
      ...mounted.map(
        (node): TargetNode => ({
          id: node.id,
          kind: 'node',
          label: node.description,
          state: node.state,
          x: node.x,
          y: node.y,
          width: node.width,
          height: node.height,
          rows: node.rows.map(({ id, text, x, y, width, height }) => ({
            id,
            label: `${index.entries.get(id)?.name ?? text.text}, part of ${node.texts[0]?.text ?? node.id}`,
            x,
            y,
            width,
            height,
          })),
        }),
      ),
    ],
    [scene.groups, mounted, editing, index],
  );
  return (
    <>
      {bar?.(lit ? fitLit : undefined)}
      {/* biome-ignore lint/a11y/useSemanticElements: a canvas is no set of form fields. */}
      <div
        ref={area}
        className="scene-canvas"
        role="group"
        aria-label={label}
        aria-roledescription="canvas"
        data-edges={scene.edges.length}
        onKeyDown={keys.onKeyDown}
        onFocus={onFocus}
        onBlur={onBlur}
        {...dropping}
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
        {stage ? <CanvasControls stage={stage} picture={picture} onZoom={zoomBy} onFit={showEverything} /> : null}
      </div>
    </>
  );
}
