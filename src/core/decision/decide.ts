/**
 * From a need to a decision: pure, deterministic and driven by the catalogue alone. Hard constraints rule out, offer by
 * offer; a weighted additive score ranks what is left; a cover of the asked tasks gives the services; the data kinds give
 * their order. No service is known here by name.
 */
import type { Catalog } from '../catalog/catalog.ts';
import { drawArchitecture } from './architecture.ts';
import { assumptions } from './assumptions.ts';
import type { Decision } from './decision.ts';
import { engineOf } from './engine.ts';
import { exclusions } from './exclusions.ts';
import { judge } from './judged.ts';
import type { Need } from './need.ts';
import { recommendations } from './recommendations.ts';
import { stagesOf } from './stages.ts';
import { verdicts } from './verdicts.ts';

/** Decides. Never throws; a need that names nothing known gives a decision without recommendations. */
export function decide(catalog: Catalog, need: Need): Decision {
  const engine = engineOf(catalog);
  const judged = judge(engine, need);
  const architecture = drawArchitecture(engine, need, judged.ordered);
  const excluded = exclusions(judged);
  const ranked = recommendations(judged);
  const services = stagesOf(judged.ordered).map(({ service }) => service.id);
  return {
    catalogAsOf: catalog.asOf,
    need,
    verdicts: verdicts(judged, architecture, new Set(ranked.map(({ id }) => id))),
    recommendations: ranked,
    pipeline: services.length > 1 ? services : [],
    architecture,
    excluded,
    assumptions: assumptions(judged, excluded),
  };
}
