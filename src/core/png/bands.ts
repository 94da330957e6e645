/**
 * A picture in bands, one below the other, so that several workers paint it at once and none holds more than a band of it: most of
 * the time of a large PNG went into touching hundreds of megabytes for the first time.
 */
import type { Rectangle } from '../base/geometry.ts';
import { boxOfText } from '../scene/placeText.ts';
import type { Scene, SceneEdge, SceneNode, SceneText } from '../scene/scene.ts';

/** A strip of a picture. All lengths are px of the scene, in whole numbers. */
export interface Band {
  /** What meets the strip, as a picture of its own. It may begin above the strip and end below: no glyph or icon is cut. */
  readonly scene: Scene;
  /** From the top of that picture to the strip. */
  readonly above: number;
  readonly height: number;
}

/** Fewer pixels are painted in one piece. */
const leastPixels = 2 ** 21;
/** Most pixels of a band, some 32 MB: memory of that size is had again from the band before, half of it seldom is (measured). */
const mostPixels = 2 ** 23;
/** Bands of a picture that is cut at all. */
const leastBands = 2;
/** A lower band, px, would mostly be icons that its neighbours paint too. */
const leastHeight = 160;
/** How far lines, borders and arrowheads reach beyond what they are drawn along, px. */
const spread = 12;

/** Cuts a picture whose size is in whole px: the same picture and scale, the same bands. */
export function bandsOf(scene: Scene, scale: number): readonly Band[] {
  const { width, height } = scene;
  const pixels = width * height * scale ** 2;
  const count = Math.min(Math.max(leastBands, Math.ceil(pixels / mostPixels)), Math.floor(height / leastHeight));
  // A scale that is no whole number would have bands begin between two pixels.
  if (pixels < leastPixels || count < 2 || !Number.isInteger(scale)) return [{ scene, above: 0, height }];
  const step = Math.ceil(height / count);
  return Array.from({ length: Math.ceil(height / step) }, (_, index) =>
    bandAt(scene, index * step, Math.min(step, height - index * step)),
  );
}

/** A stretch from top to bottom, px. */
interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

function bandAt(scene: Scene, start: number, height: number): Band {
  const origin = scene.origin ?? { x: 0, y: 0 };
  const strip: Stretch = { top: origin.y + start, bottom: origin.y + start + height };
  const meets = ({ top, bottom }: Stretch) => bottom >= strip.top && top <= strip.bottom;
  const nodes = scene.nodes.filter((node) => meets(stretchOfNode(node))).map((node) => without(node, meets));
  const groups = scene.groups
    .filter((group) => meets(grown(stretchOf(group))))
    .map((group) => ({ ...group, texts: group.texts.filter((text) => meets(stretchOfText(text))) }));
  const edges = scene.edges.filter((edge) => meets(stretchOfEdge(edge)));
  const texts = scene.texts.filter((text) => meets(stretchOfText(text)));
  const whole = [
    strip,
    ...nodes.filter(({ icon, image }) => icon !== '' || image !== undefined).map(({ iconBox }) => stretchOf(iconBox)),
    ...[...nodes, ...groups, ...edges.flatMap(({ label }) => label ?? [])]
      .flatMap((each) => each.texts)
      .concat(texts)
      .map(stretchOfText)
      .filter(meets),
  ];
  const top = Math.max(0, Math.floor(Math.min(...whole.map((each) => each.top)) - origin.y));
  const bottom = Math.min(scene.height, Math.ceil(Math.max(...whole.map((each) => each.bottom)) - origin.y));
  return {
    scene: {
      ...scene,
      origin: { x: origin.x, y: origin.y + top },
      height: bottom - top,
      nodes,
      groups,
      edges,
      texts,
      legend: scene.legend.filter((item) => meets(grown(stretchOf(item)))),
    },
    above: start - top,
    height,
  };
}

/** The node without an icon that does not meet the band: resvg fails at a translucent thing that lies wholly outside. */
const without = (node: SceneNode, meets: (stretch: Stretch) => boolean): SceneNode => {
  if (meets(stretchOf(node.iconBox))) return node;
  const { image: _image, ...rest } = node;
  return { ...rest, icon: '' };
};

const stretchOf = ({ y, height }: Rectangle): Stretch => ({ top: y, bottom: y + height });

const grown = ({ top, bottom }: Stretch): Stretch => ({ top: top - spread, bottom: bottom + spread });

const stretchOfText = (text: SceneText): Stretch => stretchOf(boxOfText(text));

const joined = (stretches: readonly Stretch[]): Stretch => ({
  top: Math.min(...stretches.map(({ top }) => top)),
  bottom: Math.max(...stretches.map(({ bottom }) => bottom)),
});

const stretchOfNode = (node: SceneNode): Stretch =>
  joined([
    grown(stretchOf(node)),
    stretchOf(node.iconBox),
    ...node.texts.map(stretchOfText),
    ...[...node.badges, ...node.rows].map(stretchOf),
  ]);

const stretchOfEdge = ({ points, label }: SceneEdge): Stretch =>
  joined([
    ...points.map(({ y }) => grown({ top: y, bottom: y })),
    ...(label === undefined ? [] : [grown(stretchOf(label.box))]),
  ]);
