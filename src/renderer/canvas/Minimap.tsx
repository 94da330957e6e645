import { memo, type PointerEvent, useEffect, useRef, useSyncExternalStore } from 'react';
import type { SceneState } from '../../core/scene/scene.ts';
import type { Theme } from '../../core/scene/theme.ts';
import { onForcedColours, shownColours } from '../themes/forcedColours.ts';
import type { Picture } from './picture.ts';
import type { Stage } from './stage.ts';
import { centredOn, seenPart } from './view.ts';

const size = { width: 168, height: 112 } as const;
const padding = 6;

function colourOf(state: SceneState, theme: Theme): string {
  switch (state) {
    case 'recommended':
      return theme.accent;
    case 'suitable':
      return theme.accentLine;
    case 'supporting':
      return theme.support;
    case 'ruled-out':
      return theme.danger;
    case 'not-relevant':
    case 'plain':
      return theme.relation;
  }
}

const scaleOf = ({ content }: Picture) =>
  Math.min((size.width - 2 * padding) / content.width, (size.height - 2 * padding) / content.height);

/** How the whole picture lies on the small map. */
function placed(picture: Picture) {
  const scale = scaleOf(picture);
  const { x, y, width, height } = picture.content;
  return { scale, x: (size.width - width * scale) / 2 - x * scale, y: (size.height - height * scale) / 2 - y * scale };
}

function paint(canvas: HTMLCanvasElement, picture: Picture, theme: Theme): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const density = window.devicePixelRatio || 1;
  canvas.width = size.width * density;
  canvas.height = size.height * density;
  const { scale, x, y } = placed(picture);
  context.setTransform(density, 0, 0, density, 0, 0);
  for (const group of picture.scene.groups) {
    context.fillStyle =
      group.band === undefined ? theme.raised : (theme.bands[group.band % theme.bands.length] ?? theme.raised);
    context.fillRect(group.x * scale + x, group.y * scale + y, group.width * scale, group.height * scale);
  }
  for (const node of picture.scene.nodes) {
    context.fillStyle = colourOf(node.state, theme);
    const width = Math.max(1.5, node.width * scale);
    context.fillRect(node.x * scale + x, node.y * scale + y, width, Math.max(1.5, node.height * scale));
  }
}

/** The whole picture, small, with a frame around what is seen: drag to go elsewhere. */
export const Minimap = memo(function Minimap({ stage, picture }: { readonly stage: Stage; readonly picture: Picture }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const drawn = picture.scene.nodes;
  const theme = useSyncExternalStore(onForcedColours, () => shownColours(picture.scene.theme));
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is drawn counts.
  useEffect(() => {
    // After the picture itself: the small one may be late.
    const timer = setTimeout(() => canvas.current && paint(canvas.current, picture, theme), 60);
    return () => clearTimeout(timer);
  }, [drawn, theme]);
  useEffect(() => {
    const follow = () => {
      if (!frame.current) return;
      const { scale, x, y } = placed(stage.picture());
      const seen = seenPart(stage.view(), stage.size());
      const left = Math.max(0, seen.x * scale + x);
      const top = Math.max(0, seen.y * scale + y);
      const right = Math.min(size.width, (seen.x + seen.width) * scale + x);
      const bottom = Math.min(size.height, (seen.y + seen.height) * scale + y);
      frame.current.style.transform = `translate(${left}px, ${top}px)`;
      frame.current.style.width = `${Math.max(4, right - left)}px`;
      frame.current.style.height = `${Math.max(4, bottom - top)}px`;
    };
    follow();
    return stage.onView(follow);
  }, [stage]);
  const go = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    const { scale, x, y } = placed(stage.picture());
    const at = { x: (event.clientX - box.left - x) / scale, y: (event.clientY - box.top - y) / scale };
    stage.setView(centredOn(at, stage.view().zoom, stage.size()));
  };
  return (
    <div
      className="minimap"
      data-apart
      role="img"
      aria-label="Small map: drag to pan"
      onPointerDown={go}
      onPointerMove={go}
    >
      <canvas ref={canvas} className="minimap__canvas" />
      <div ref={frame} className="minimap__frame" />
    </div>
  );
});
