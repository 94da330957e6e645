/** What a long run found, for the table at its end: `npm run test:soak`. */

/** The part of a vitest task that goes into its report. */
interface Reported {
  readonly task: { readonly meta: object };
}

/** Writes beside the result of a test at what size it ran and what it found. */
export function tellFigure({ task }: Reported, figure: string): void {
  Object.assign(task.meta, { figure });
}
