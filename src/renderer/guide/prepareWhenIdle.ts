import { type Guide, prepareGuide } from '../../core/guide/guide.ts';

/** A part takes some milliseconds: with less left of the idle time the next one waits. */
const leastIdle = 6;

/** Has the guide's first question worked out before it is asked for, whenever the window has nothing else to do. */
export function prepareWhenIdle(guide: Guide): void {
  const parts = prepareGuide(guide);
  const work = (deadline: IdleDeadline): void => {
    let done = parts.next().done;
    while (!done && deadline.timeRemaining() > leastIdle) done = parts.next().done;
    if (!done) requestIdleCallback(work);
  };
  requestIdleCallback(work);
}
