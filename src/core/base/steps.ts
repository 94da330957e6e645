/** Work in steps, so that whoever has a screen to keep alive can do something else between them. */

/** Yields wherever it may be left for a while; what it has made by then is nobody else's business. */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** All steps at once. */
export function finish<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Goes through a list with a step after every so many of its items. */
export function* eachInSteps<Item>(
  items: Iterable<Item>,
  atOnce: number,
  visit: (item: Item, place: number) => void,
): Steps<void> {
  let place = 0;
  for (const item of items) {
    visit(item, place);
    place += 1;
    if (place % atOnce === 0) yield;
  }
}
