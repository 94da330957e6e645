import { describe, expect, it } from 'vitest';
import { createCamera } from '../../../src/renderer/canvas/camera.ts';
import { pictureOf } from '../../../src/renderer/canvas/picture.ts';
import type { Stage } from '../../../src/renderer/canvas/stage.ts';
import { seenPart, type View } from '../../../src/renderer/canvas/view.ts';
import { sceneNode, sceneOf } from '../../support/sceneParts.ts';

const node = (id: string, x: number, y: number) => sceneNode(id, { x, y, width: 100, height: 60 });
const picture = pictureOf(sceneOf({ nodes: [node('near', 0, 0), node('far', 5000, 3000)] }));
const size = { width: 800, height: 600 };

/** A stage that only knows where its view is, and how long it flew there. */
function standIn() {
  const views: { readonly view: View; readonly duration: number | undefined }[] = [];
  const first: View = { x: 0, y: 0, zoom: 1 };
  const view = () => views.at(-1)?.view ?? first;
  const setView = (next: View, duration?: number) => void views.push({ view: next, duration });
  const stage: Pick<Stage, 'view' | 'size' | 'setView'> = { view, size: () => size, setView };
  const shows = (id: string) => {
    const seen = seenPart(view(), size);
    const box = picture.nodes.get(id);
    return box !== undefined && box.x >= seen.x && box.x + box.width <= seen.x + seen.width;
  };
  return { stage: stage as Stage, views, view, shows };
}

describe('the camera', () => {
  it('shows everything until it goes elsewhere, and keeps it whole as long', () => {
    const { stage, views, shows } = standIn();
    const camera = createCamera();
    expect(camera.isWhole()).toBe(true);
    camera.keepWhole(stage, picture);
    expect([shows('near'), shows('far')]).toEqual([true, true]);
    camera.keepWhole(stage, picture);
    expect(views.length).toBe(1);
    camera.goTo(stage, picture.nodes.get('near'));
    expect(camera.isWhole()).toBe(false);
    camera.keepWhole(stage, picture);
    expect(shows('far')).toBe(false);
  });

  it('flies, or is there at once where that is said', () => {
    const { stage, views } = standIn();
    const camera = createCamera();
    camera.showAll(stage, picture);
    camera.showAll(stage, picture, 'at once');
    expect(views.map(({ duration }) => duration)).toEqual([250, 0]);
  });

  it('brings in what is not in view without zooming, and leaves what is', () => {
    const { stage, views, view, shows } = standIn();
    const camera = createCamera();
    camera.bringIn(stage, node('seen', 200, 200));
    expect(views).toEqual([]);
    camera.reveal(stage, picture, 'far');
    expect(shows('far')).toBe(true);
    expect(view().zoom).toBe(1);
  });

  it('shows near what could not be read where it is', () => {
    const { stage, view, shows } = standIn();
    const camera = createCamera();
    camera.showAll(stage, picture);
    expect(view().zoom).toBeLessThan(0.2);
    camera.reveal(stage, picture, 'far');
    expect(shows('far')).toBe(true);
    expect(view().zoom).toBe(1);
  });

  it('shows an empty page as large as it is, and few parts a little larger', () => {
    const zoomOf = (shown: Parameters<typeof sceneOf>[0]) => {
      const { stage, view } = standIn();
      createCamera().showAll(stage, pictureOf(sceneOf({ width: 100, height: 60, ...shown })));
      return view().zoom;
    };
    expect(zoomOf({ nodes: [] })).toBe(1);
    // In a window that is smaller than the page, too.
    expect(zoomOf({ nodes: [], width: 4000, height: 3000 })).toBe(1);
    expect(zoomOf({ nodes: [node('one', 0, 0)] })).toBe(1.25);
  });

  it('does nothing before there is a stage', () => {
    const camera = createCamera();
    camera.showAll(undefined, picture);
    camera.zoomBy(undefined, 2);
    camera.reveal(undefined, picture, 'far');
    expect(camera.isWhole()).toBe(true);
  });
});
