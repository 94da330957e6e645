import { convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import '@excalidraw/excalidraw/index.css';
import '../pages/page.css';
import { askedFor, benchScene, placesBy, ready } from '../pages/picture.ts';

// Not hand-drawn and not filled: the quickest that it can paint.
const plain = { roughness: 0, strokeWidth: 1, strokeColor: '#4f5a6b' };
const scene = benchScene(askedFor());
const elements = convertToExcalidrawElements([
  ...scene.groups.map(({ x, y, width, height }) => ({ type: 'rectangle', x, y, width, height, ...plain })),
  ...scene.nodes.map(({ x, y, width, height }) => ({ type: 'rectangle', x, y, width, height, ...plain })),
  ...scene.nodes.map(({ x, y, description }) => ({
    type: 'text',
    x: x + 52,
    y: y + 20,
    text: description,
    fontSize: 13,
    fontFamily: 2,
    ...plain,
  })),
  ...scene.edges.map(({ points }) => {
    const [start] = points;
    const end = points.at(-1);
    return {
      type: 'arrow',
      x: start.x,
      y: start.y,
      width: end.x - start.x,
      height: end.y - start.y,
      points: points.map(({ x, y }) => [x - start.x, y - start.y]),
      ...plain,
    };
  }),
]);

placesBy((index) => {
  const { scrollX, scrollY, zoom, offsetLeft, offsetTop } = globalThis.excalidraw.getAppState();
  const node = scene.nodes[index];
  // On the border: inside, a box without a fill is not taken hold of.
  return {
    x: (node.x + 40 + scrollX) * zoom.value + offsetLeft,
    y: (node.y + scrollY) * zoom.value + offsetTop,
  };
});

const root = document.getElementById('root');
const began = performance.now();
createRoot(root).render(
  createElement(
    'div',
    { className: 'page' },
    createElement(Excalidraw, {
      initialData: { elements, scrollToContent: false },
      excalidrawAPI: (api) => {
        globalThis.excalidraw = api;
        requestAnimationFrame(() => {
          api.scrollToContent(elements, { fitToViewport: true, viewportZoomFactor: 0.95, animate: false });
          ready(began);
        });
      },
    }),
  ),
);
