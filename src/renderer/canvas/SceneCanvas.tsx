import { type NodeChange, ReactFlow, ReactFlowProvider, useReactFlow, useStore, ViewportPortal } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Point, Rectangle } from '../../core/base/geometry.ts';
import type { Scene } from '../../core/scene/scene.ts';
import { useWindow } from '../app/services.ts';
import { CanvasControls } from './CanvasControls.tsx';
import { type Direction, nextTarget } from './directions.ts';
import { createHighlight, HighlightContext } from './highlight.ts';
import { keepSame } from './keepSame.ts';
import { neighboursOf } from './neighbours.ts';
import { createNodeLooks, looksOf, NodeLooksContext } from './nodeLooks.ts';
import { SceneBackdrop } from './SceneBackdrop.tsx';
import './SceneCanvas.css';
import { type SceneFlowNode, SceneNodeView } from './SceneNodeView.tsx';
import { toFlowNodes } from './sceneNodes.ts';
import { contentOf, litContent, targetsOf, topLeft } from './targets.ts';
import { useSteady } from './useSteady.ts';
import { useViewKeys } from './useViewKeys.ts';

interface SceneCanvasProps {
  readonly scene: Scene;
  /** What the canvas is, for a screen reader. */
  readonly label: string;
  /** Called while nodes are dragged, with where they are now. Absent: they stay. */
  readonly onMove?: (positions: Readonly<Record<string, Point>>) => void;
  readonly emptyClick?: () => void;
  /** What lies above the canvas, given what brings the recommended nodes into view (absent where there are none). */
  readonly bar?: (showWhatFits: (() => void) | undefined) => ReactNode;
}

const nodeTypes = { scene: SceneNodeView };
/** Lines are drawn below the nodes, by SceneBackdrop. */
const noEdges: [] = [];
/** It would lie over the cards: the sheet of shortcuts names React Flow instead. */
const flowOptions = { hideAttribution: true };
const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const steps: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};
/** How far a key moves a node, px. */
const smallStep = 8;
const largeStep = 80;
const zoomLimits = { least: 0.1, most: 3 } as const;
/** Zoom at which a node that is looked for is shown. */
const readingZoom = 1;
const edgeMargin = 48;

const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const motion = () => (prefersStillness() ? 0 : 250);

/** The same list as before where nothing in it changed. */
function useSame<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  const before = useRef(items);
  return useMemo(() => {
    before.current = keepSame(items, before.current);
    return before.current;
  }, [items]);
}

/** The same rectangle as before where it did not change. */
function useSameBox({ x, y, width, height }: Rectangle): Rectangle {
  return useMemo(() => ({ x, y, width, height }), [x, y, width, height]);
}

function focusTarget(canvas: HTMLElement | null, id: string): void {
  canvas?.querySelector<HTMLElement>(`[data-target="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
}

function Canvas({ scene, label, onMove, emptyClick, bar }: SceneCanvasProps) {
  const flow = useReactFlow<SceneFlowNode>();
  const canvas = useRef<HTMLDivElement>(null);
  const shown = useRef<SceneFlowNode[]>([]);
  const [highlight] = useState(createHighlight);
  const select = useWindow((state) => state.select);
  const reveal = useWindow((state) => state.reveal);

  const nodes = useMemo(() => {
    shown.current = toFlowNodes(scene, shown.current);
    return shown.current;
  }, [scene]);
  const edges = useSame(scene.edges);
  const groups = useSame(scene.groups);
  const targets = useSame(useMemo(() => targetsOf(scene), [scene]));
  const [looks] = useState(() => createNodeLooks(scene));
  useLayoutEffect(() => looks.setState(looksOf(scene, looks.getState())), [looks, scene]);
  const neighbours = useMemo(() => neighboursOf(edges), [edges]);
  const content = useSameBox(contentOf(scene));

  /** Everything is in view, and stays so when the canvas changes its size, until the user moves the view. */
  const whole = useRef(true);
  const showAll = (duration = motion()) => {
    whole.current = true;
    void flow.fitBounds(content, { padding: 0.03, duration });
  };
  const showEverything = useSteady(() => showAll());
  const lit = useMemo(() => litContent(scene), [scene]);
  const fitLit = useSteady(() => {
    if (!lit) return;
    whole.current = false;
    void flow.fitBounds(lit, { padding: 0.12, duration: motion() });
  });
  const showWhatFits = lit ? fitLit : undefined;
  const viewKeys = useMemo(() => {
    const zoomIn = () => void flow.zoomIn({ duration: motion() });
    const zoomOut = () => void flow.zoomOut({ duration: motion() });
    return { '+': zoomIn, '=': zoomIn, '-': zoomOut, '0': showEverything, '.': fitLit };
  }, [flow, showEverything, fitLit]);
  useViewKeys(viewKeys);
  const show = (box: Rectangle, zoom: number) => {
    whole.current = false;
    void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, duration: motion() });
  };

  /** Pans only where the box is not already in view, and never changes the zoom: the eye keeps its place. */
  const bringIntoView = (box: Rectangle) => {
    const frame = canvas.current?.getBoundingClientRect();
    if (!frame) return;
    const start = flow.flowToScreenPosition(box);
    const end = flow.flowToScreenPosition({ x: box.x + box.width, y: box.y + box.height });
    const inside =
      start.x >= frame.left + edgeMargin &&
      end.x <= frame.right - edgeMargin &&
      start.y >= frame.top + edgeMargin &&
      end.y <= frame.bottom - edgeMargin;
    if (!inside) show(box, flow.getZoom());
  };

  const pointAt = (id: string | undefined) =>
    highlight.setState(
      id === undefined
        ? { centre: undefined, near: undefined }
        : { centre: id, near: neighbours.get(id) ?? new Set([id]) },
    );

  const moveNode = (id: string, direction: Direction, distance: number) => {
    const node = scene.nodes.find((each) => each.id === id);
    const by = steps[direction];
    if (node) onMove?.({ [id]: { x: node.x + by.x * distance, y: node.y + by.y * distance } });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const focused = event.target instanceof HTMLElement ? event.target.dataset.target : undefined;
    const direction = directions[event.key];
    const from = targets.find((target) => target.id === focused);
    if (direction !== undefined && from !== undefined && event.altKey && onMove) {
      event.preventDefault();
      moveNode(from.node, direction, event.shiftKey ? largeStep : smallStep);
      return;
    }
    if (direction !== undefined && from !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const next = nextTarget(from, targets, direction);
      if (next) focusTarget(canvas.current, next.id);
      return;
    }
    if (event.key !== 'Escape') return;
    select(undefined);
    event.preventDefault();
  };

  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    const target = targets.find(({ id }) => id === (event.target as HTMLElement).dataset.target);
    if (!target) return;
    if (event.target.matches(':focus-visible')) {
      bringIntoView(target);
      pointAt(target.node);
    }
    setEntrance(target.id);
  };

  const [entrance, setEntrance] = useState<string>();
  const firstTarget = useMemo(
    () => (targets.some(({ id }) => id === entrance) ? entrance : topLeft(targets)?.id),
    [targets, entrance],
  );

  // One stop of the tab order for the whole canvas: the node that was last on, else the first.
  useLayoutEffect(() => looks.setState({ entrance: firstTarget }), [looks, firstTarget]);

  // The canvas is fitted when it is first shown and when other nodes stand on it, not when it is re-lit or a node moves.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only which nodes there are counts.
  useEffect(() => {
    showAll(0);
  }, [scene.nodes.map(({ id }) => id).join(' ')]);

  const canvasSize = useStore(({ width, height }) => `${width} ${height}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another size of the canvas counts.
  useEffect(() => {
    if (whole.current) showAll(0);
  }, [canvasSize]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new request moves the view.
  useEffect(() => {
    const target = targets.find(({ id, entry }) => entry === reveal?.entry || id === reveal?.entry);
    if (target) show(target, Math.max(readingZoom, flow.getZoom()));
  }, [reveal]);

  const onNodesChange = useSteady((changes: NodeChange<SceneFlowNode>[]) => {
    if (!onMove) return;
    const positions: Record<string, Point> = {};
    for (const change of changes)
      if (change.type === 'position' && change.position) positions[change.id] = change.position;
    if (Object.keys(positions).length > 0) onMove(positions);
  });
  // A new function would render every node of React Flow again.
  const onViewMove = useSteady((event: unknown) => {
    if (event) whole.current = false;
  });
  const onInit = useSteady(() => showAll(0));
  const onPaneClick = useSteady(() => {
    select(undefined);
    emptyClick?.();
  });
  const onNodeMouseEnter = useSteady((_: unknown, node: SceneFlowNode) => pointAt(node.id));
  const onNodeMouseLeave = useSteady(() => pointAt(undefined));
  const onNodeDoubleClick = useSteady((_: unknown, node: SceneFlowNode) =>
    show(node.data.first, Math.max(readingZoom, flow.getZoom() * 1.5)),
  );

  return (
    <HighlightContext value={highlight}>
      <NodeLooksContext value={looks}>
        {bar?.(showWhatFits)}
        {/* biome-ignore lint/a11y/useSemanticElements: a canvas is no set of form fields. */}
        <div
          ref={canvas}
          className="scene-canvas"
          role="group"
          aria-label={label}
          aria-roledescription="canvas"
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onBlur={() => pointAt(undefined)}
        >
          <ReactFlow<SceneFlowNode>
            nodes={nodes}
            edges={noEdges}
            nodeTypes={nodeTypes}
            onNodesChange={onNodesChange}
            nodesDraggable={onMove !== undefined}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            nodeDragThreshold={3}
            minZoom={zoomLimits.least}
            maxZoom={zoomLimits.most}
            panOnScroll
            zoomOnDoubleClick={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            onMove={onViewMove}
            onInit={onInit}
            onPaneClick={onPaneClick}
            onNodeMouseEnter={onNodeMouseEnter}
            onNodeMouseLeave={onNodeMouseLeave}
            onNodeDoubleClick={onNodeDoubleClick}
            proOptions={flowOptions}
          >
            <ViewportPortal>
              <SceneBackdrop
                width={scene.width}
                height={scene.height}
                groups={groups}
                edges={edges}
                theme={scene.theme}
              />
            </ViewportPortal>
            <CanvasControls content={content} onFit={showEverything} onFitLit={showWhatFits} />
          </ReactFlow>
        </div>
      </NodeLooksContext>
    </HighlightContext>
  );
}

/** A scene that can be panned, zoomed, pointed at and walked through by keyboard. */
export function SceneCanvas(props: SceneCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}
