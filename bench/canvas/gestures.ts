/**
 * Gestures of the bench, as text for the page: events are sent from within it, one in each frame, so that nothing but the page
 * itself is measured. Each gives the time of its frames in ms.
 */
const helpers = `
const frame = () => new Promise((done) => requestAnimationFrame(done));
const times = [];
const run = async (frames, step) => {
  // Until what began before is over, and code is compiled.
  for (let index = 0; index < 6; index += 1) { step(index); await frame(); }
  let before = performance.now();
  for (let index = 6; index < frames; index += 1) {
    step(index);
    await frame();
    const now = performance.now();
    times.push(now - before);
    before = now;
  }
  return times;
};
const middle = { clientX: innerWidth / 2, clientY: innerHeight / 2 };
const at = (x, y) => document.elementFromPoint(x, y);
`;

const wheel = (body: string) => `(async () => { ${helpers}
  const target = at(middle.clientX, middle.clientY);
  const send = (change) => target.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, ...middle, ...change }));
  return run(66, (index) => ${body});
})()`;

/** There and back: the next gesture begins where this one did. */
export const panGesture = wheel('send({ deltaX: index % 66 < 33 ? 9 : -9, deltaY: index % 22 < 11 ? 6 : -6 })');

/** A pan that goes on in one direction. */
export const farPanGesture = wheel('send({ deltaX: 14, deltaY: 9 })');

export const zoomGesture = wheel('send({ ctrlKey: true, deltaY: index % 22 < 11 ? -6 : 6 })');

/** Drags what is at a place of the page; both kinds of events, because libraries listen to different ones. */
export const dragGesture = (x: number, y: number) => `(async () => { ${helpers}
  const from = { x: ${x}, y: ${y} };
  const target = at(from.x, from.y);
  const send = (kind, place, buttons) => {
    const init = {
      bubbles: true, cancelable: true, composed: true, view: window, button: 0, buttons,
      clientX: place.x, clientY: place.y, screenX: place.x, screenY: place.y,
    };
    const over = kind === 'down' ? target : document;
    const pointer = new PointerEvent('pointer' + kind, { ...init, pointerId: 1, pointerType: 'mouse', isPrimary: true });
    const mouse = new MouseEvent('mouse' + kind, init);
    target.dispatchEvent(pointer);
    (kind === 'down' ? target : window).dispatchEvent(mouse);
  };
  // No real pointer is down, which there would be to capture.
  Element.prototype.setPointerCapture = () => {};
  Element.prototype.releasePointerCapture = () => {};
  send('move', from, 0);
  await frame();
  send('down', from, 1);
  const result = await run(66, (index) => send('move', { x: from.x + 4 + index * 1.5, y: from.y + 4 + Math.sin(index / 6) * 30 }, 1));
  send('up', { x: from.x + 100, y: from.y + 10 }, 0);
  await frame();
  return result;
})()`;
