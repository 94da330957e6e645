/** Which tools of a bar are shown where not all have room: those that are used most; the others are in its menu. */

/** A tool as the bar's room is shared out. */
export interface Placed {
  readonly id: string;
  /** px. */
  readonly width: number;
  /** The smaller, the more it is used; 0: shown in any room. */
  readonly rank: number;
}

/** px. What SketchBar.css says, which it has to. */
const gap = 4;
/** Between two groups: a gap, a line, and as much room again. */
const between = 17;
const padding = 24;
/** The button that opens the menu, as wide as any with a glyph alone. */
const menu = 24;

/** The width of a bar with these groups of tools; those without a tool are left out. */
function widthOf(
  groups: readonly (readonly Placed[])[],
  isShown: (tool: Placed) => boolean,
  withMenu: boolean,
): number {
  const widths = groups
    .map((tools) => tools.filter(isShown).map(({ width }) => width))
    .filter((tools) => tools.length > 0)
    .map((tools) => tools.reduce((sum, width) => sum + width + gap, -gap));
  const all = widths.reduce((sum, width) => sum + width + between, -between);
  return padding + all + (withMenu ? gap + menu : 0);
}

/** The ids of the tools that are shown in a bar of this width, px: as many as have room, the most used first. */
export function shownTools(groups: readonly (readonly Placed[])[], room: number): ReadonlySet<string> {
  const tools = groups.flat();
  if (widthOf(groups, () => true, false) <= room) return new Set(tools.map(({ id }) => id));
  const shown = new Set<string>();
  for (const { id, rank } of tools.toSorted((one, other) => one.rank - other.rank)) {
    shown.add(id);
    if (rank > 0 && widthOf(groups, (tool) => shown.has(tool.id), true) > room) shown.delete(id);
  }
  return shown;
}
