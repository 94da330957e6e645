/**
 * Hosts in a draft: a model answers from where it is hosted. So what was trained goes to its host, and what an application gets
 * comes from there and not from the training.
 */
import type { Flow } from '../decision/decision.ts';

/** What a host takes and gives. */
export interface Host {
  /** The kind that it starts from: a model. */
  readonly starts: string | undefined;
  /** Whether it starts from data of a kind. */
  takes(kind: string): boolean;
  /** Its own result, where what is handed to it is all that there is: the kind and its name. */
  readonly gives: Pick<Flow, 'data' | 'label'> | undefined;
}

/** Whether a flow hands on what a model gives at work: to the application, or to a stage that builds nothing from it. */
type IsResult = (flow: Flow) => boolean;

/**
 * The stages that a host answers for: the one that it stands beside where that gives results, or else the one at the end of what
 * is built from it, where that gives what the host takes.
 */
function answering(flows: readonly Flow[], { from: start }: Flow, isResult: IsResult, host: Host): string[] {
  if (flows.some((flow) => flow.from === start && isResult(flow))) return [start];
  const reached = new Set([start]);
  for (const id of reached) for (const { from, to } of flows) if (from === id && to !== 'output') reached.add(to);
  return [...reached].filter((id) =>
    flows.some(({ from, to, data }) => from === id && to === 'output' && host.takes(data)),
  );
}

/**
 * Flows with what is built joined to the host that was asked for besides, where that waits for a model that nobody has. `handed` is what
 * a part hands to a host of its own; `isMissing` says of what comes in whether it is such a model.
 */
export function toAskedHosts(
  flows: readonly Flow[],
  handed: (part: string) => string | undefined,
  isMissing: (flow: Flow) => boolean,
): readonly Flow[] {
  const waiting = flows.find((flow) => flow.from === 'input' && isMissing(flow));
  const built = flows.find(
    ({ from, to }) =>
      to === 'output' &&
      from !== waiting?.to &&
      handed(from) !== undefined &&
      !flows.some((flow) => flow.from === from && flow.data === 'hosting'),
  );
  const label = built && handed(built.from);
  if (!waiting || !built || label === undefined) return flows;
  const isItsStore = ({ to, data }: Flow): boolean => to === waiting.to && data === 'input-store';
  return [
    ...flows.filter((flow) => flow !== waiting && !isItsStore(flow)),
    { from: built.from, to: waiting.to, data: 'hosting', label },
  ];
}

/** Flows with the results of what has a host led through it. */
export function throughHosts(flows: readonly Flow[], isResult: IsResult, hostOf: (id: string) => Host): Flow[] {
  /** By the stage that is answered for: the line to its host. */
  const lines = new Map<string, Flow>();
  const moved = new Set<Flow>();
  for (const flow of flows) {
    if (flow.data !== 'hosting') continue;
    const host = hostOf(flow.to);
    for (const id of answering(flows, flow, isResult, host)) {
      moved.add(flow);
      if (!lines.has(id)) lines.set(id, { ...flow, from: id, data: host.starts ?? flow.data });
    }
  }
  const led = (flow: Flow, line: Flow): Flow[] => {
    const host = hostOf(line.to);
    if (!host.takes(flow.data)) return [{ ...flow, from: line.to }];
    const isAll = flows.every((each) => each.from !== flow.from || !isResult(each) || host.takes(each.data));
    return isAll && host.gives && flow.to === 'output' ? [{ ...flow, ...host.gives, from: line.to }] : [];
  };
  return [
    ...flows.flatMap((flow): Flow[] => {
      if (moved.has(flow)) return [];
      const line = isResult(flow) ? lines.get(flow.from) : undefined;
      return line ? led(flow, line) : [flow];
    }),
    ...lines.values(),
  ];
}
