/** What may be wrong with a page, and what would mend it. */
import type { PageCommand } from '../diagram/command.ts';

/** What can be wrong with a picture; each kind is one check in this room. */
export type ProblemKind =
  /** A service that is retired, closed, ending or frozen. */
  | 'lifecycle'
  /** A flow between two parts of which one does not give what the other takes. */
  | 'kinds-do-not-meet'
  /** A part that works on data and gets none. */
  | 'no-input'
  /** A part that another one needs beside it, and that is not there. */
  | 'missing-companion'
  /** A part that no line leads to or from. */
  | 'unconnected'
  /** Something the need asks for, and nothing on the page does. */
  | 'need-not-covered'
  /** A part that does nothing of what the need asks for. */
  | 'covers-no-need'
  /** A service of AWS outside of the boundaries of AWS that are drawn. */
  | 'outside-boundary';

/** `error`: it can't work so. `warning`: it may not. `hint`: worth a look. */
export type Severity = 'error' | 'warning' | 'hint';

/** One thing that is wrong, in a sentence with names. */
export interface Problem {
  /** The same for the same problem of the same parts, whatever else changes. */
  readonly id: string;
  readonly kind: ProblemKind;
  readonly severity: Severity;
  readonly text: string;
  /** Nodes and edges that it is about, the foremost first; none where it is about the page. */
  readonly parts: readonly string[];
  /** Edits that mend it, as one step. */
  readonly fix?: { readonly label: string; readonly commands: readonly PageCommand[] };
  /** Ids of sources of the catalogue on which it rests. */
  readonly sources?: readonly string[];
}
