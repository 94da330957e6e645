import { type CSSProperties, useEffect, useRef } from 'react';
import type { Rectangle } from '../../core/base/geometry.ts';
import type { DiagramEdge } from '../../core/diagram/diagram.ts';
import { nameOf } from '../../core/diagram/edit.ts';
import { findPart } from '../../core/diagram/page.ts';
import type { Scene } from '../../core/scene/scene.ts';
import { pictureEntrance } from '../app/focusPicture.ts';
import { useServices, useSketch } from '../app/services.ts';
import { shownPage } from './sketchStore.ts';

/** Size of the field where what it names has no words yet, px. */
const least = { width: 140, height: 28 } as const;

/** Where the words of a thing stand on the page. */
function placeOf(scene: Scene, id: string): Rectangle | undefined {
  const node = scene.nodes.find((each) => each.id === id);
  const group = scene.groups.find((each) => each.id === id);
  const edge = scene.edges.find((each) => each.id === id);
  if (node) {
    const top = node.texts[0] && node.iconBox.height > 0 ? node.iconBox.y + node.iconBox.height + 4 : node.y;
    return {
      x: node.x,
      y: top,
      width: Math.max(node.width, least.width),
      height: Math.max(least.height, node.y + node.height - top),
    };
  }
  if (group)
    return {
      x: group.x + 8,
      y: group.y + 6,
      width: Math.min(Math.max(group.width - 16, least.width), 320),
      height: least.height,
    };
  if (!edge) return undefined;
  const middle = edge.label
    ? { x: edge.label.box.x + edge.label.box.width / 2, y: edge.label.box.y + edge.label.box.height / 2 }
    : edge.points[Math.floor(edge.points.length / 2)];
  return middle && { x: middle.x - least.width / 2, y: middle.y - least.height / 2, ...least };
}

/** The end of a line that the keys were on: the part that the tab key stops at; else where it begins. */
const endWithFocus = ({ from, to }: DiagramEdge): string => (pictureEntrance()?.dataset.target === to ? to : from);

/**
 * A field over the words of the thing that is being renamed. Enter keeps what is typed, Escape does not. `onDone` is told on which part
 * the keys go on.
 */
export function RenameField({ scene, onDone }: { readonly scene: Scene; readonly onDone: (id: string) => void }) {
  const { sketch } = useServices();
  const id = useSketch((state) => state.renaming);
  const field = useRef<HTMLTextAreaElement>(null);
  const page = useSketch(shownPage);
  const part = id === undefined ? undefined : findPart(page, id);
  const place = id === undefined ? undefined : placeOf(scene, id);

  useEffect(() => {
    if (id === undefined) return;
    field.current?.focus();
    field.current?.select();
  }, [id]);

  if (id === undefined || !part || !place) return null;
  const { rename, edit } = sketch.getState();
  const keep = () => {
    const label = field.current?.value.trim() ?? '';
    rename(undefined);
    if (label !== (part.record.label ?? ''))
      edit({ type: 'set', ids: [id], fields: { label: label === '' && part.type === 'edge' ? null : label } });
  };
  return (
    <textarea
      key={id}
      ref={field}
      className="rename-field"
      aria-label={part.type === 'edge' ? `Words on ${nameOf(page, part)}` : `Name of ${part.record.label}`}
      defaultValue={part.record.label ?? ''}
      data-of={part.type}
      style={
        {
          left: part.type === 'group' ? place.x : place.x + place.width / 2,
          top: place.y,
          '--width': `${place.width}px`,
          '--height': `${place.height}px`,
        } as CSSProperties
      }
      onBlur={keep}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') rename(undefined);
        else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) keep();
        else return;
        event.preventDefault();
        onDone(part.type === 'edge' ? endWithFocus(part.record) : id);
      }}
    />
  );
}
