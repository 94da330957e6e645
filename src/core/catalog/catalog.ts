import type { Entry, Relation } from './entry.ts';
import type { Criterion, DataKind, Layer, Profile, Source, Task, TaskGroup } from './vocabulary.ts';

/** A checked catalogue: every id that it mentions exists. Plain data, so it may cross a worker or be a JSON file. */
export interface Catalog {
  /** The day as of which the whole holds, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly title: string;
  readonly sources: readonly Source[];
  readonly layers: readonly Layer[];
  readonly dataKinds: readonly DataKind[];
  readonly taskGroups: readonly TaskGroup[];
  readonly tasks: readonly Task[];
  readonly criteria: readonly Criterion[];
  readonly profiles: readonly Profile[];
  readonly entries: readonly Entry[];
  readonly relations: readonly Relation[];
}

/** One thing wrong with a catalogue, as a person can find and mend it. */
export interface CatalogIssue {
  /** The file's path as it was given to the loader. */
  readonly file: string;
  /** Counted from 1; absent where the whole file is meant. */
  readonly line?: number;
  /** Path of the field, such as `entries[3].lifecycle.date`. */
  readonly field: string;
  readonly message: string;
}
