/** Where the view of a canvas goes by itself, in flights that the eye can follow. */
import { hullOf, middleOf, type Rectangle } from '../../core/base/geometry.ts';
import { readableFrom } from './paintScene.ts';
import type { Picture } from './picture.ts';
import { liesIn } from './spatialGrid.ts';
import type { Stage } from './stage.ts';
import { broughtIn, centredOn, fitted, seenPart, type View, zoomedAt } from './view.ts';

/** Zoom at which a node that is looked for is shown. */
const readingZoom = 1;
/** A node that is opened is shown so much larger at least. */
const closer = 1.5;
/** A picture of few nodes is not blown up to fill the canvas. */
const mostFitted = 1.25;
/** What is drawn on an empty page begins as large as it is. */
const emptyZoom = 1;
/** What stays free around what is fitted: a share of the canvas, or px. */
const roomForNames = 0.06;
const room = { share: 0.03, most: 16 } as const;
const edgeMargin = 48;
/** ms. */
const flightTime = 250;
const zoomTime = 150;

/** Moves the view; where there is no stage yet, nothing. */
export interface Camera {
  /** Everything is in view, and stays so when the canvas changes its size, until the view goes elsewhere. */
  readonly isWhole: () => boolean;
  /** The user moved the view. */
  readonly leave: () => void;
  /** Brings everything into view; by default in a flight. */
  readonly showAll: (stage: Stage | undefined, picture: Picture, how?: 'at once') => void;
  /** Brings everything into view again where it was, and is not any more. */
  readonly keepWhole: (stage: Stage, picture: Picture) => void;
  /** Brings a part of the picture into view, as large as it can be. */
  readonly fit: (stage: Stage | undefined, box: Rectangle | undefined) => void;
  /** Shows a box in the middle, to be read. */
  readonly showNear: (stage: Stage | undefined, box: Rectangle | undefined) => void;
  /** Goes nearer to a box. */
  readonly goTo: (stage: Stage | undefined, box: Rectangle | undefined) => void;
  /** Pans only where the box is not already in view, and never changes the zoom: the eye keeps its place. */
  readonly bringIn: (stage: Stage | undefined, box: Rectangle) => void;
  /** Brings a thing into view; what could not be read there is shown near, but where it is to stay as large as it is. */
  readonly reveal: (stage: Stage | undefined, picture: Picture, id: string, how?: 'as large as it is') => void;
  /** Zooms about the middle. */
  readonly zoomBy: (stage: Stage | undefined, factor: number) => void;
}

/** A camera that shows everything until it is moved. */
export function createCamera(): Camera {
  let isWhole = true;
  const fly = (stage: Stage, view: View, time = flightTime) => {
    isWhole = false;
    stage.setView(view, time);
  };
  const showAll: Camera['showAll'] = (stage, picture, how) => {
    if (!stage || stage.size().width === 0) return;
    const size = stage.size();
    // Names of nodes without a card stand out to both sides in a far view.
    const padding = picture.scene.nodes.some(({ framed }) => framed === false)
      ? roomForNames
      : Math.min(room.share, room.most / Math.min(size.width, size.height));
    const { nodes, groups } = picture.scene;
    const isEmpty = nodes.length + groups.length === 0;
    const view = isEmpty
      ? centredOn(middleOf(picture.content), emptyZoom, size)
      : fitted(picture.content, size, padding, mostFitted);
    fly(stage, view, how === 'at once' ? 0 : flightTime);
    isWhole = true;
  };
  const showAt = (stage: Stage, box: Rectangle, zoom: number) =>
    fly(stage, centredOn(middleOf(box), zoom, stage.size()));
  const bringIn: Camera['bringIn'] = (stage, box) => {
    const next = stage && broughtIn(stage.view(), box, stage.size(), edgeMargin);
    if (stage && next && next !== stage.view()) fly(stage, next);
  };

  return {
    isWhole: () => isWhole,
    leave: () => {
      isWhole = false;
    },
    showAll,
    keepWhole: (stage, picture) => {
      if (isWhole && !liesIn(picture.content, seenPart(stage.view(), stage.size()))) showAll(stage, picture);
    },
    fit: (stage, box) => {
      if (stage && box) fly(stage, fitted(box, stage.size(), roomForNames, mostFitted));
    },
    showNear: (stage, box) => {
      if (stage && box) showAt(stage, box, Math.max(readingZoom, stage.view().zoom));
    },
    goTo: (stage, box) => {
      if (stage && box) showAt(stage, box, Math.max(readingZoom, stage.view().zoom * closer));
    },
    bringIn,
    reveal: (stage, picture, id, how) => {
      const edge = picture.edges.get(id);
      const way = edge && hullOf(edge.points.map((point) => ({ ...point, width: 0, height: 0 })));
      const box = picture.nodes.get(id) ?? picture.groups.get(id) ?? way;
      if (!box || !stage) return;
      if (how === undefined && stage.view().zoom < readableFrom) showAt(stage, box, readingZoom);
      else bringIn(stage, box);
    },
    zoomBy: (stage, factor) => {
      if (!stage) return;
      const { width, height } = stage.size();
      fly(stage, zoomedAt(stage.view(), factor, { x: width / 2, y: height / 2 }), zoomTime);
    },
  };
}
