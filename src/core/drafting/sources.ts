/** What a stage works on in a draft, where that is a part of its own: an endpoint that is watched. It stands in place of its data. */
import type { Flow } from '../decision/decision.ts';

/** Flows with what comes from outside led from the sources that give it. `gives` says whether an entry gives data of a kind. */
export function fromSources(flows: readonly Flow[], gives: (kind: string, entry: string) => boolean): Flow[] {
  const replaced = (source: Flow): Flow | undefined =>
    flows.find(({ from, to, data }) => from === 'input' && to === source.to && gives(data, source.from));
  const sources = flows.filter(({ data }) => data === 'source');
  const gone = new Set(sources.flatMap((source) => replaced(source) ?? []));
  return flows
    .filter((flow) => !gone.has(flow))
    .map((flow) => (flow.data === 'source' ? { ...flow, data: replaced(flow)?.data ?? flow.data } : flow));
}
