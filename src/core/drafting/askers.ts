/**
 * Who asks, in a draft, is who gets the answer: one part at the beginning, joined to what it talks with by one line both ways. What
 * that asks in turn answers it, and not past it.
 */
import type { CatalogIndex } from '../catalog/lookup.ts';
import type { Flow, Stage } from '../decision/decision.ts';
import { foremostTask } from '../decision/foremostTask.ts';
import { handsOn } from './stores.ts';

/** A flow as it is drawn. */
export interface AskedFlow extends Flow {
  /** What goes the way of the arrow, or against it, to get `label` in return: the line leads both ways. */
  readonly asked?: string;
}

/** What the catalogue says of asking. */
export interface Talks {
  /** What whoever asks sends to a stage, and gets from it, where data of this kind is said to it and lies nowhere. */
  sent(stage: string, kind: string): { readonly sends: string; readonly gets: string } | undefined;
  /** What is sent to get a result, where the stage that gives it is asked and does not just deliver. */
  asked(result: Flow): string | undefined;
  /** What a result is called by whoever gets it. */
  answer(result: Flow): string;
}

/** The words of several on one line, each once. */
const together = (words: readonly string[]): string => [...new Set(words)].join(', ');

/** What the catalogue says of asking the stages of an architecture, between which `flows` go. */
export function talksOf(index: CatalogIndex, stages: readonly Stage[], flows: readonly Flow[]): Talks {
  /** What a stream feeds answers to what arrives, and waits for no request. */
  const isStreamed = (id: string): boolean =>
    flows.some(({ to, data }) => to === id && index.dataKinds.get(data)?.live === true);
  const tasksOf = (id: string) =>
    (stages.find((stage) => stage.id === id)?.tasks ?? []).flatMap((task) => index.tasks.get(task) ?? []);
  return {
    sent(stage, kind) {
      const held = tasksOf(stage).flatMap(({ dialogue }) => (dialogue?.kinds.includes(kind) ? [dialogue] : []));
      if (held.length === 0) return undefined;
      return { sends: together(held.map(({ sends }) => sends)), gets: together(held.map(({ gets }) => gets)) };
    },
    asked({ from, data }) {
      const own = tasksOf(from);
      const entry = index.entries.get(from);
      // What answers for others, as the host of a model does, is asked as for its own.
      if (own.length === 0) return entry && !isStreamed(from) ? foremostTask(index, entry)?.asked : undefined;
      return own.find(({ asked, produces }) => asked !== undefined && produces.includes(data))?.asked;
    },
    // What a part gives may be of use by something else only, as an endpoint is by its predictions.
    answer: ({ data, label }) => index.dataKinds.get(data)?.answers ?? label,
  };
}

const isResult = ({ to }: Flow): boolean => to === 'output';

/** Stages that what was said at a stage is handed on to, step by step, that stage among them. */
function reachedFrom(flows: readonly Flow[], start: string): Set<string> {
  const reached = new Set([start]);
  for (const id of reached)
    for (const flow of flows) if (flow.from === id && !isResult(flow) && handsOn(flow)) reached.add(flow.to);
  return reached;
}

/**
 * What takes the place of the flows around a stage that is talked with: `said` are those that bring it what is said. Undefined
 * where another line says it.
 */
function talkedWith(
  flows: readonly Flow[],
  said: readonly [Flow, ...Flow[]],
  talks: Talks,
): ReadonlyMap<Flow, AskedFlow | undefined> {
  const [first] = said;
  const stage = first.to;
  const words = said.flatMap(({ data }) => talks.sent(stage, data) ?? []);
  const reached = reachedFrom(flows, stage);
  const results = flows.filter((flow) => isResult(flow) && reached.has(flow.from));
  const own = results.filter(({ from }) => from === stage);
  const drawn = new Map<Flow, AskedFlow | undefined>(
    results.map((each) => [each, { ...each, label: talks.answer(each) }]),
  );
  const answers = own.map((each) => (talks.asked(each) === undefined ? undefined : talks.answer(each)));
  const gets = answers.flatMap((answer) => (answer === undefined ? words.map(({ gets }) => gets) : [answer]));
  for (const result of results) {
    const asked = talks.asked(result);
    const question = flows.find((flow) => flow.from === stage && flow.to === result.from && handsOn(flow));
    if (asked !== undefined && question) {
      drawn.set(question, { ...question, label: talks.answer(result), asked });
      drawn.set(result, undefined);
      gets.push(talks.answer(result));
    }
  }
  for (const each of [...own, ...said]) drawn.set(each, undefined);
  const questions = own.flatMap((each) => talks.asked(each) ?? []);
  const sends = together(questions.length > 0 ? questions : words.map(({ sends }) => sends));
  const line = { from: 'output', to: stage, data: first.data };
  drawn.set(first, gets.length === 0 ? { ...line, label: sends } : { ...line, label: together(gets), asked: sends });
  return drawn;
}

/** Flows with every question led from whom its answer goes to: those start at `output`, the part that gets what comes out. */
export function throughAskers(flows: readonly Flow[], talks: Talks): AskedFlow[] {
  const isSaid = ({ from, to, data }: Flow): boolean => from === 'input' && talks.sent(to, data) !== undefined;
  const stages = new Set(flows.filter(isSaid).map(({ to }) => to));
  const drawn = new Map(
    [...stages].flatMap((stage) => {
      const [first, ...others] = flows.filter((flow) => isSaid(flow) && flow.to === stage);
      return first ? [...talkedWith(flows, [first, ...others], talks)] : [];
    }),
  );
  return flows.flatMap((flow): AskedFlow[] => {
    if (drawn.has(flow)) return [drawn.get(flow) ?? []].flat();
    if (!isResult(flow)) return [flow];
    const asked = talks.asked(flow);
    return [{ ...flow, label: talks.answer(flow), ...(asked === undefined ? {} : { asked }) }];
  });
}
