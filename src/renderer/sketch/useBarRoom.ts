import { type RefObject, useLayoutEffect, useState } from 'react';
import { type Placed, shownTools } from './barRoom.ts';

/** What a button with a glyph alone takes, px. */
const glyphWidth = 24;

interface Tool {
  readonly id: string;
  readonly rank: number;
  readonly words?: string;
}

/**
 * The ids of the tools that a bar has room for, anew whenever it changes its width. Tools stand in elements whose `data-tool` is their
 * id: how wide one with words is, is known once it was shown.
 */
export function useBarRoom(
  bar: RefObject<HTMLElement | null>,
  groups: readonly (readonly Tool[])[],
): ReadonlySet<string> {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  const [widths, setWidths] = useState<ReadonlyMap<string, number>>(new Map());
  const placed = groups.map((tools) =>
    tools.map(({ id, rank }): Placed => ({ id, rank, width: widths.get(id) ?? glyphWidth })),
  );

  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    setRoom(element.clientWidth);
    observer.observe(element);
    return () => observer.disconnect();
  }, [bar]);

  const written = groups.flatMap((tools) => tools.map(({ words = '' }) => words)).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written there and the bar's width are what makes another width of it.
  useLayoutEffect(() => {
    const shown = bar.current?.querySelectorAll<HTMLElement>('[data-tool]') ?? [];
    const now = Array.from(shown, ({ dataset, offsetWidth }) => [dataset.tool ?? '', offsetWidth] as const);
    setWidths((before) =>
      now.every(([id, width]) => before.get(id) === width) ? before : new Map([...before, ...now]),
    );
  }, [bar, room, written]);

  return shownTools(placed, room);
}
