/** Tasks of the page's thread in a trace, in CPU time of that thread: other programs on the machine do not count. */

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** When it began; how long it took by the clock; and of that the thread's own time: all microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: {
    readonly name?: string;
    readonly data?: {
      readonly cpuProfile?: {
        readonly nodes?: readonly ProfileNode[];
        readonly samples?: readonly number[];
      };
      readonly timeDeltas?: readonly number[];
      readonly startTime?: number;
    };
  };
  readonly id?: string;
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: { readonly functionName: string; readonly url?: string };
}

export interface Task {
  /** Microseconds of the trace's clock. */
  readonly began: number;
  readonly ended: number;
  /** CPU time, ms. */
  readonly ms: number;
  readonly thread: number;
}

/** Tasks of the page's thread, longest first. */
export function pageTasks(events: readonly TraceEvent[]): readonly Task[] {
  const threads = new Set(
    events.flatMap(({ name, pid, tid, args }) =>
      name === 'thread_name' && args.name === 'CrRendererMain' ? [`${pid} ${tid}`] : [],
    ),
  );
  return events
    .filter(({ ph, name, pid, tid }) => ph === 'X' && name === 'RunTask' && threads.has(`${pid} ${tid}`))
    .map(({ ts, tid, dur = 0, tdur }) => ({ began: ts, ended: ts + dur, ms: (tdur ?? dur) / 1000, thread: tid }))
    .sort((left, right) => right.ms - left.ms);
}

/** In which functions a task of the page's thread spent its time: each with what it called, ms by the clock, longest first. */
export function spentIn(
  { began, ended, thread }: Task,
  events: readonly TraceEvent[],
  most: number,
): readonly string[] {
  const profiles = new Map<string, { at: number; nodes: Map<number, ProfileNode>; spent: Map<string, number> }>();
  // Workers have profiles of their own.
  const pages = new Set(
    events.flatMap(({ name, id, pid, tid }) => (name === 'Profile' && tid === thread ? [`${pid} ${id}`] : [])),
  );
  for (const { name, id, pid, args, ts } of events) {
    const key = `${pid} ${id}`;
    if ((name !== 'Profile' && name !== 'ProfileChunk') || !pages.has(key)) continue;
    const profile = profiles.get(key) ?? { at: args.data?.startTime ?? ts, nodes: new Map(), spent: new Map() };
    profiles.set(key, profile);
    for (const node of args.data?.cpuProfile?.nodes ?? []) profile.nodes.set(node.id, node);
    for (const [index, sample] of (args.data?.cpuProfile?.samples ?? []).entries()) {
      const delta = args.data?.timeDeltas?.[index] ?? 0;
      profile.at += delta;
      if (profile.at < began || profile.at > ended) continue;
      const seen = new Set<string>();
      for (
        let at = profile.nodes.get(sample);
        at;
        at = at.parent === undefined ? undefined : profile.nodes.get(at.parent)
      ) {
        const { functionName } = at.callFrame;
        if (functionName === '' || seen.has(functionName)) continue;
        seen.add(functionName);
        profile.spent.set(functionName, (profile.spent.get(functionName) ?? 0) + delta / 1000);
      }
    }
  }
  const all = [...profiles.values()].flatMap(({ spent }) => [...spent]);
  return all
    .sort((left, right) => right[1] - left[1])
    .slice(0, most)
    .map(([name, ms]) => `${ms.toFixed(0)} ${name}`);
}

/** What Chromium itself did in a task, as the trace names it: each with what is within it, ms, longest first. */
export function doneIn({ began, ended, thread }: Task, events: readonly TraceEvent[], most: number): readonly string[] {
  const spent = new Map<string, number>();
  for (const { name, ph, tid, ts, dur = 0, tdur } of events) {
    if (ph !== 'X' || tid !== thread || ts < began || ts + dur > ended || name === 'RunTask') continue;
    spent.set(name, (spent.get(name) ?? 0) + (tdur ?? dur) / 1000);
  }
  return [...spent]
    .sort((left, right) => right[1] - left[1])
    .slice(0, most)
    .map(([name, ms]) => `${ms.toFixed(0)} ${name}`);
}
