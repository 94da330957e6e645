/** A queue that gives the item of the lowest priority first; of equals, the one that came first. */
export interface Queue {
  push(item: number, priority: number): void;
  pop(): { readonly item: number; readonly priority: number } | undefined;
}

interface Held {
  readonly item: number;
  readonly priority: number;
  readonly order: number;
}

/** A binary heap. */
export function createQueue(): Queue {
  const heap: Held[] = [];
  let order = 0;
  const before = (left: Held, right: Held): boolean =>
    left.priority < right.priority || (left.priority === right.priority && left.order < right.order);

  const push = (item: number, priority: number): void => {
    const held = { item, priority, order };
    order += 1;
    let index = heap.length;
    heap.push(held);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || before(above, held)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = held;
  };

  const pop = (): Held | undefined => {
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    let index = 0;
    for (;;) {
      const left = heap[2 * index + 1];
      const right = heap[2 * index + 2];
      const child = right !== undefined && left !== undefined && before(right, left) ? right : left;
      if (child === undefined || !before(child, last)) break;
      heap[index] = child;
      index = child === right ? 2 * index + 2 : 2 * index + 1;
    }
    heap[index] = last;
    return top;
  };

  return { push, pop };
}
