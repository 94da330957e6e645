/**
 * Registries in a draft: what is kept in one goes through it. An image that is built is pushed there, and what runs it pulls it
 * from there, so no line leads past the registry.
 */
import type { Flow } from '../decision/decision.ts';

/** Flows with everything that a registry keeps led through it. `keeps` says whether a registry keeps data of a kind. */
export function throughRegistries(flows: readonly Flow[], keeps: (kind: string, registry: string) => boolean): Flow[] {
  const registryOf = new Map(
    flows.filter(({ data }) => data === 'registry').map(({ from, to }) => [to, from] as const),
  );
  /** The registry beside a stage, where it keeps what flows. */
  const keeperOf = (stage: string, { data }: Flow): string | undefined => {
    const registry = registryOf.get(stage);
    return registry !== undefined && keeps(data, registry) ? registry : undefined;
  };
  const pulled = new Map(
    flows.flatMap((flow) => (keeperOf(flow.to, flow) === undefined ? [] : [[flow.to, flow.data] as const])),
  );
  // What gives an image and starts from none pushes it.
  const pushing = new Set(
    flows.flatMap((flow) => (keeperOf(flow.from, flow) === undefined || pulled.has(flow.from) ? [] : [flow.from])),
  );
  return flows.flatMap((flow): Flow[] => {
    if (flow.data === 'registry') {
      if (pushing.has(flow.to)) return [];
      return [{ ...flow, data: pulled.get(flow.to) ?? flow.data }];
    }
    const puller = keeperOf(flow.to, flow);
    if (puller !== undefined) return puller === flow.from ? [flow] : [{ ...flow, to: puller }];
    const pusher = pushing.has(flow.from) ? keeperOf(flow.from, flow) : undefined;
    return pusher === undefined
      ? [flow]
      : [
          { ...flow, to: pusher },
          { ...flow, from: pusher },
        ];
  });
}
