/** A canvas, a window and a hand, as far as `watchPointer` asks for them: pointer events without a browser. */
import { vi } from 'vitest';

class Area extends EventTarget {
  readonly dataset: Record<string, string> = {};
  readonly captured = new Set<number>();
  hovered = true;
  getBoundingClientRect = () => ({ left: 0, top: 0, width: 800, height: 600 });
  setPointerCapture = (id: number) => this.captured.add(id);
  releasePointerCapture = (id: number) => this.captured.delete(id);
  hasPointerCapture = (id: number) => this.captured.has(id);
  contains = (other: unknown) => other === this;
  closest = () => null;
  matches = () => this.hovered;
}

/** Frames come when they are asked for. */
export function pointerWorld() {
  const area = new Area();
  const outside = new Area();
  const frames = new Map<number, (now: number) => void>();
  let count = 0;
  let now = 0;
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('Element', Area);
  vi.stubGlobal('HTMLElement', Area);
  vi.stubGlobal('WheelEvent', { DOM_DELTA_LINE: 1, DOM_DELTA_PAGE: 2 });
  vi.stubGlobal('requestAnimationFrame', (run: (at: number) => void) => {
    count += 1;
    frames.set(count, run);
    return count;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));

  /** An event as the window hears it first, then the area, unless it was stopped. */
  const send = (type: string, of: Record<string, unknown>, target: EventTarget = area): Event => {
    const event = new Event(type, { cancelable: true });
    let stopped = false;
    Object.defineProperties(event, {
      target: { value: target },
      timeStamp: { value: now },
      stopPropagation: { value: () => (stopped = true) },
    });
    for (const [key, value] of Object.entries(of)) Object.defineProperty(event, key, { value });
    window.dispatchEvent(event);
    if (!stopped) target.dispatchEvent(event);
    return Object.assign(event, { stopped });
  };
  const keys = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };
  const frame = () => {
    now += 16;
    const due = [...frames.values()];
    frames.clear();
    for (const run of due) run(now);
  };
  const pointer = (pointerType: 'mouse' | 'touch', pointerId: number) => {
    let at = { x: 0, y: 0 };
    let buttons = 0;
    const tell = (type: string, more: Record<string, unknown> = {}, target?: EventTarget) =>
      send(
        type,
        { ...keys, pointerType, pointerId, clientX: at.x, clientY: at.y, button: 0, buttons, ...more },
        target,
      );
    return {
      down: (x: number, y: number, button = 0) => {
        at = { x, y };
        buttons = button === 0 ? 1 : 4;
        tell('pointerdown', { button });
      },
      move: (x: number, y: number, more: Record<string, unknown> = {}, target?: EventTarget) => {
        at = { x, y };
        tell('pointermove', more, target);
        frame();
      },
      up: (target?: EventTarget) => {
        buttons = 0;
        tell('pointerup', {}, target);
      },
      cancel: () => tell('pointercancel'),
      tell,
    };
  };
  return {
    area: area as unknown as HTMLElement,
    outside,
    frame,
    pass: (time: number) => {
      now += time;
    },
    mouse: pointer('mouse', 1),
    finger: (id: number) => pointer('touch', id),
    key: (type: 'keydown' | 'keyup', key: string, more: Record<string, unknown> = {}) =>
      send(type, { ...keys, key, ...more }),
    blur: () => send('blur', {}),
    wheel: (deltaX: number, deltaY: number, more: Record<string, unknown> = {}) =>
      send('wheel', { ...keys, deltaX, deltaY, deltaMode: 0, clientX: 400, clientY: 300, ...more }),
    menu: (more: Record<string, unknown> = {}) =>
      send('contextmenu', { ...keys, button: 2, pointerType: 'mouse', clientX: 0, clientY: 0, ...more }),
    hover: (hovered: boolean) => {
      area.hovered = hovered;
    },
  };
}
