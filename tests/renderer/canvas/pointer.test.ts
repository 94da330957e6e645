import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Point } from '../../../src/core/base/geometry.ts';
import { borderScroll } from '../../../src/renderer/canvas/borderScroll.ts';
import { pinched } from '../../../src/renderer/canvas/pinch.ts';
import { watchPointer } from '../../../src/renderer/canvas/pointer.ts';
import type { Press } from '../../../src/renderer/canvas/pointerWork.ts';
import { toCanvas, toScene, type View, zoomedAt } from '../../../src/renderer/canvas/view.ts';
import { pointerWorld } from './pointerWorld.ts';

let world: ReturnType<typeof pointerWorld>;
let stop: () => void;
const told: string[] = [];
let view: View = { x: 0, y: 0, zoom: 1 };
let last: Press | undefined;
const at = ({ x, y }: Point) => `${Math.round(x)},${Math.round(y)}`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  told.length = 0;
  view = { x: 0, y: 0, zoom: 1 };
  last = undefined;
  world = pointerWorld();
  stop = watchPointer(world.area, {
    drag: (from, button) => {
      told.push(`${button} ${at(from.at)}`);
      return {
        scrolls: button !== 'pan',
        move: (to, by) => {
          last = to;
          told.push(`by ${at(by)}`);
        },
        end: () => told.push('end'),
        cancel: () => told.push('cancel'),
      };
    },
    click: (press) => told.push(`click ${at(press.at)}`),
    doubleClick: (press) => told.push(`double ${at(press.at)}`),
    menu: (press) => told.push(`menu ${at(press.at)}`),
    hover: (press) => told.push(press ? 'hover' : 'leave'),
    pan: (by) => {
      told.push(`pan ${at(by)}`);
      view = { ...view, x: view.x + by.x, y: view.y + by.y };
    },
    zoom: (factor, fixed) => {
      told.push('zoom');
      view = zoomedAt(view, factor, fixed);
    },
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A drag by mouse that is going on. */
const startDrag = () => {
  world.mouse.down(100, 100);
  world.mouse.move(120, 100);
  told.length = 0;
};

describe('a drag by mouse', () => {
  it('begins once it has moved, and ends where it is let go', () => {
    world.mouse.down(100, 100);
    world.mouse.move(102, 100);
    expect(told).toEqual([]);
    world.mouse.move(110, 100);
    world.mouse.up();
    expect(told).toEqual(['main 100,100', 'by 10,0', 'end']);
  });

  it.each([
    ['Escape', () => world.key('keydown', 'Escape')],
    ['the right button', () => world.mouse.move(121, 100, { button: 2, buttons: 3 })],
    ['the system', () => world.mouse.cancel()],
    ['another window', () => world.blur()],
    ['a release that nobody heard of', () => world.mouse.move(300, 100, { buttons: 0 })],
  ])('is given up by %s, once, and what follows is no part of it', (_, give) => {
    startDrag();
    give();
    expect(told).toEqual(['cancel']);
    world.mouse.move(130, 100);
    world.mouse.up();
    expect(told.filter((each) => each !== 'hover')).toEqual(['cancel']);
  });

  it('that no frame has begun yet is given up by Escape, and is no click either', () => {
    world.mouse.down(100, 100);
    world.mouse.tell('pointermove', { clientX: 300 });
    expect(world.key('keydown', 'Escape')).toMatchObject({ stopped: true });
    world.mouse.up();
    world.frame();
    expect(told.filter((each) => each !== 'hover')).toEqual([]);
  });

  it('that the right button gave up asks for no menu; the next right click does', () => {
    startDrag();
    world.mouse.move(121, 100, { button: 2, buttons: 3 });
    world.menu();
    expect(told).toEqual(['cancel']);
    world.mouse.up();
    world.mouse.tell('pointerdown', { button: 2, buttons: 2 });
    world.menu();
    expect(told.at(-1)).toBe('menu 0,0');
  });

  it('that leaves the canvas in one leap is heard of there', () => {
    world.mouse.down(100, 100);
    world.mouse.move(-200, 100, {}, world.outside);
    world.mouse.up(world.outside);
    expect(told).toEqual(['main 100,100', 'by -300,0', 'pan 14,0', 'by -314,0', 'end']);
    world.mouse.move(150, 100, { buttons: 0 });
    expect(told.at(-1)).toBe('hover');
  });

  it('knows at once of Shift, Alt and Ctrl, and lets no other key through', () => {
    startDrag();
    world.key('keydown', 'Shift', { shiftKey: true });
    world.frame();
    expect(last?.shift).toBe(true);
    world.key('keyup', 'Shift');
    world.frame();
    expect(last?.shift).toBe(false);
    expect(world.key('keydown', 'z', { ctrlKey: true })).toMatchObject({ stopped: true });
    world.mouse.up();
    expect(world.key('keydown', 'z', { ctrlKey: true })).toMatchObject({ stopped: false });
  });

  it('stays below the pointer while the wheel moves the view', () => {
    startDrag();
    world.wheel(0, 40);
    world.frame();
    expect(told).toEqual(['pan 0,-40', 'by 20,0']);
  });
});

describe('Space', () => {
  const pan = () => {
    world.mouse.down(100, 100);
    world.mouse.move(150, 100);
    world.mouse.up();
  };

  it('and a drag pan, and press nothing that was clicked before', () => {
    world.mouse.down(300, 300);
    world.mouse.up();
    told.length = 0;
    expect(world.key('keydown', ' ')).toMatchObject({ stopped: true, defaultPrevented: true });
    pan();
    expect(world.key('keyup', ' ')).toMatchObject({ stopped: true, defaultPrevented: true });
    expect(told).toEqual(['pan 100,100', 'by 50,0', 'end']);
  });

  it('presses what the keyboard went to, unless it panned', () => {
    world.key('keydown', 'Tab');
    expect(world.key('keydown', ' ')).toMatchObject({ defaultPrevented: false });
    expect(world.key('keyup', ' ')).toMatchObject({ defaultPrevented: false });
    world.key('keydown', ' ');
    world.mouse.tell('pointermove');
    pan();
    expect(world.key('keyup', ' ')).toMatchObject({ defaultPrevented: true });
  });

  it('is no pan where the pointer is elsewhere', () => {
    world.hover(false);
    world.key('keydown', ' ');
    pan();
    expect(told[0]).toBe('main 100,100');
  });
});

describe('fingers', () => {
  it('drag, tap and double tap; nothing is hovered', () => {
    const one = world.finger(5);
    one.down(100, 100);
    one.move(106, 100);
    expect(told).toEqual([]);
    one.up();
    world.pass(100);
    one.down(110, 100);
    one.up();
    expect(told).toEqual(['click 100,100', 'click 110,100', 'double 110,100']);
    one.down(100, 100);
    one.move(130, 100);
    one.up();
    expect(told.slice(3)).toEqual(['main 100,100', 'by 30,0', 'end']);
    one.move(140, 100);
    expect(told).not.toContain('hover');
  });

  it('ask for the menu by resting, and then drag nothing', () => {
    const one = world.finger(5);
    one.down(100, 100);
    vi.advanceTimersByTime(600);
    expect(told).toEqual(['menu 100,100']);
    world.menu({ pointerType: 'touch' });
    one.move(200, 100);
    one.up();
    expect(told).toEqual(['menu 100,100']);
  });

  it('zoom about their middle with nothing that jumps, whichever lands, moves or lifts first', () => {
    const [one, two] = [world.finger(5), world.finger(6)];
    one.down(300, 300);
    one.move(320, 300);
    expect(told).toEqual(['main 300,300', 'by 20,0']);
    two.down(500, 300);
    expect(told.slice(2)).toEqual(['cancel']);
    const below = [toScene(view, { x: 320, y: 300 }), toScene(view, { x: 500, y: 300 })] as const;
    expect(view).toEqual({ x: 0, y: 0, zoom: 1 });
    two.move(560, 300);
    one.move(200, 300);
    expect(view.zoom).toBeCloseTo(2);
    expect(toCanvas(view, below[0])).toMatchObject({ x: expect.closeTo(200), y: expect.closeTo(300) });
    expect(toCanvas(view, below[1])).toMatchObject({ x: expect.closeTo(560), y: expect.closeTo(300) });
    const before = view;
    two.up();
    expect(view).toEqual(before);
    told.length = 0;
    one.move(210, 310);
    one.up();
    expect(told).toEqual(['by 10,10', 'end']);
  });

  it('are forgotten when the system takes them', () => {
    const [one, two] = [world.finger(5), world.finger(6)];
    one.down(300, 300);
    one.cancel();
    two.down(100, 100);
    two.move(140, 100);
    expect(told).toEqual(['main 100,100', 'by 40,0']);
  });
});

describe('the wheel', () => {
  it('pans both ways, sideways with Shift, and zooms about the pointer with Ctrl', () => {
    world.wheel(10, 40);
    world.wheel(0, 40, { shiftKey: true });
    expect(told).toEqual(['pan -10,-40', 'pan -40,0']);
    const below = toScene(view, { x: 400, y: 300 });
    world.wheel(0, -10, { ctrlKey: true });
    expect(view.zoom).toBeGreaterThan(1);
    expect(toCanvas(view, below)).toMatchObject({ x: expect.closeTo(400), y: expect.closeTo(300) });
  });
});

describe('the border', () => {
  const size = { width: 800, height: 600 };
  it('scrolls what is dragged towards it, as fast at any rate of frames', () => {
    const slow = borderScroll({ x: 799, y: 300 }, { x: 400, y: 300 }, size, 32);
    const fast = borderScroll({ x: 799, y: 300 }, { x: 400, y: 300 }, size, 8);
    expect(slow.x).toBeLessThan(-20);
    expect(slow.x).toBeCloseTo(4 * fast.x);
    expect(slow.y).toBeCloseTo(0);
    expect(borderScroll({ x: -90, y: 300 }, { x: 400, y: 300 }, size, 16).x).toBeGreaterThan(10);
  });
  it('lets what was pressed there alone until it is dragged on towards it', () => {
    const from = { x: 790, y: 300 };
    for (const x of [700, 780, 790, 795]) expect(borderScroll({ x, y: 300 }, from, size, 16).x).toBeCloseTo(0);
    expect(borderScroll({ x: 820, y: 300 }, from, size, 16).x).toBeLessThan(0);
  });
});

describe('a pinch', () => {
  it('does not run away where the fingers meet', () => {
    expect(pinched({ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 0 }).factor).toBe(1);
  });
});
