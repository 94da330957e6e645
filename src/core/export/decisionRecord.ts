/**
 * A decision as a decision record in Markdown, in the form of MADR 4.0.0 (https://adr.github.io/madr/). Whatever the
 * catalogue or the need say is plain text in it. The same decision and day give the same bytes.
 */
import { byCodeUnit } from '../base/order.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { type CatalogIndex, indexCatalog, ratingOf } from '../catalog/lookup.ts';
import type { Decision, Exclusion, Reason, Recommendation } from '../decision/decision.ts';
import { constraintWords } from './constraintWords.ts';
import { linkDestination, plainMarkdown } from './markdown.ts';

export const recordStatuses = ['proposed', 'accepted', 'rejected', 'deprecated'] as const;
export type RecordStatus = (typeof recordStatuses)[number];

export interface RecordOptions {
  /** The day on which it was decided, `YYYY-MM-DD`. */
  readonly date: string;
  /** Absent: proposed, since it is people who accept. */
  readonly status?: RecordStatus;
}

/** More task names than these make no title. */
const mostTitleTasks = 3;
/** A rating from the one up is to the good of a decision; down from the other it is its price. */
const goodRating = 0.6;
const badRating = 0.4;
/** Weight of a criterion that the need does not mention. */
const usualWeight = 0.5;

/** The record of a decision that was made over `catalog`; ends in a line break. Never throws. */
export const decisionRecord = (catalog: Catalog, decision: Decision, options: RecordOptions): string => {
  const page = pageOf(catalog, decision);
  const body = [
    `# ${titleOf(page)}`,
    section('## Context and Problem Statement', contextOf(page)),
    section('## Decision Drivers', driversOf(page)),
    section('## Considered Options', consideredOptions(page)),
    section('## Decision Outcome', outcomeOf(page)),
    section('### Consequences', consequencesOf(page)),
    section(
      '## Pros and Cons of the Options',
      decision.recommendations.map((each) => optionOf(page, each)).join('\n\n'),
    ),
    section('## More Information', provenanceOf(page)),
    section('### What would change this decision', changesOf(page)),
    section('### Taken for granted', bullets(decision.assumptions.map(plainMarkdown))),
  ];
  const head = `---\nstatus: ${options.status ?? 'proposed'}\ndate: ${plainMarkdown(options.date)}\n---`;
  // The sources come last, once it is known which were cited.
  const parts = [head, ...body, section('### Sources', sourceList(page)), linkDefinitions(page)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
};

/** What all parts of a record are written from. */
interface Page {
  readonly index: CatalogIndex;
  readonly decision: Decision;
  /** What was chosen, in the order in which the data flows. */
  readonly chosen: readonly Recommendation[];
  /** Ids of the sources cited so far. */
  readonly cited: Set<string>;
}

function pageOf(catalog: Catalog, decision: Decision): Page {
  const place = new Map(decision.pipeline.map((id, index) => [id, index]));
  const chosen = decision.recommendations
    .filter(({ verdict }) => verdict === 'recommended')
    .toSorted((left, right) => (place.get(left.id) ?? 0) - (place.get(right.id) ?? 0) || left.rank - right.rank);
  return { index: indexCatalog(catalog), decision, chosen, cited: new Set() };
}

const section = (title: string, content: string): string => (content === '' ? '' : `${title}\n\n${content}`);

const bullets = (lines: readonly string[]): string => lines.map((line) => `* ${line}`).join('\n');

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

const nameOf = ({ index }: Page, id: string): string => plainMarkdown(index.entries.get(id)?.name ?? id);
const taskName = ({ index }: Page, id: string): string => plainMarkdown(index.tasks.get(id)?.name ?? id);
const kindName = ({ index }: Page, id: string): string => plainMarkdown(index.dataKinds.get(id)?.name ?? id);

/** A name as it stands within a sentence; one that begins with an abbreviation keeps it. */
const within = (name: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

const chain = (page: Page): string => page.chosen.map(({ id }) => nameOf(page, id)).join(' → ');

/** Tasks that were asked for, heaviest first, and whether anything chosen does them. */
function tasksAsked({ decision, chosen }: Page): { readonly met: readonly string[]; readonly open: readonly string[] } {
  const done = new Set(chosen.flatMap(({ tasks }) => tasks));
  const asked = decision.need.tasks.toSorted((left, right) => right.weight - left.weight).map(({ task }) => task);
  return { met: asked.filter((task) => done.has(task)), open: asked.filter((task) => !done.has(task)) };
}

function titleOf(page: Page): string {
  const { met, open } = tasksAsked(page);
  const names = (met.length > 0 ? met : open).map((task) => taskName(page, task));
  if (page.chosen.length === 0)
    return names.length === 0 ? 'No task was recognised' : `${titleTasks(names)}: nothing fits`;
  const chosen = joined(page.chosen.map(({ id }) => nameOf(page, id)));
  return names.length === 0 ? chosen : `${titleTasks(names)} with ${chosen}`;
}

function titleTasks(names: readonly string[]): string {
  const shown = names.slice(0, mostTitleTasks).map((name, place) => (place === 0 ? name : within(name)));
  const rest = names.length - shown.length;
  return joined(rest === 0 ? shown : [...shown, `${rest} more`]);
}

function contextOf(page: Page): string {
  const { need } = page.decision;
  const words = (triggers: readonly { readonly words: string }[]): string =>
    triggers.length === 0 ? '' : ` (from ${triggers.map((each) => `“${plainMarkdown(each.words)}”`).join(', ')})`;
  const understood = [
    ...need.tasks.map(
      ({ task, weight, triggers }) =>
        `Task: ${taskName(page, task)}${weight < 1 ? `, weight ${weight.toFixed(2)}` : ''}${words(triggers)}`,
    ),
    ...(need.have.length > 0 ? [`Data at hand: ${need.have.map((id) => kindName(page, id)).join(', ')}`] : []),
    ...(need.want.length > 0 ? [`Data wanted: ${need.want.map((id) => kindName(page, id)).join(', ')}`] : []),
    ...need.named.map(
      ({ entry, stance, triggers }) =>
        `Named, to be ${stance === 'use' ? 'used' : 'replaced'}: ${nameOf(page, entry)}${words(triggers)}`,
    ),
  ];
  return [
    ...(need.text === undefined ? [] : [`> ${plainMarkdown(need.text)}`]),
    'Which services of the stack meet this need?',
    understood.length === 0 ? 'Nothing in it was recognised.' : `This was understood:\n\n${bullets(understood)}`,
  ].join('\n\n');
}

function driversOf(page: Page): string {
  const { index, decision } = page;
  const { preferences, constraints } = decision.need;
  const weighed = index.catalog.criteria.map(({ id, name }) => ({
    name: plainMarkdown(name),
    weight: Object.hasOwn(preferences, id) ? preferences[id] : undefined,
  }));
  const said = weighed
    .flatMap(({ name, weight }) => (weight === undefined ? [] : [{ name, weight }]))
    .toSorted((left, right) => right.weight - left.weight);
  const unsaid = weighed.filter(({ weight }) => weight === undefined).map(({ name }) => name);
  return bullets([
    ...constraintWords(index, constraints).map((words) => `Hard constraint. ${plainMarkdown(words)}`),
    'How squarely a service answers the task',
    ...said.map(({ name, weight }) => `${name}, weight ${weight} of 1${weight === 0 ? ' (does not matter)' : ''}`),
    ...(unsaid.length > 0 ? [`Weighed as usual, ${usualWeight} of 1: ${unsaid.join(', ')}`] : []),
  ]);
}

function consideredOptions(page: Page): string {
  const { recommendations, excluded } = page.decision;
  const together = page.chosen.length > 1 ? [`${chain(page)}, together`] : [];
  const offered = recommendations.map(
    ({ id, tasks, score, verdict }) =>
      `${nameOf(page, id)}, for: ${tasks.map((task) => within(taskName(page, task))).join(', ')} (${verdict}, ${Math.round(score)} of 100)`,
  );
  return bullets([...together, ...offered, ...excluded.map(({ id }) => `${nameOf(page, id)} (ruled out)`)]);
}

function outcomeOf(page: Page): string {
  const { decision, chosen } = page;
  if (chosen.length === 0)
    return 'Chosen option: none. Nothing in the catalogue that is open under these constraints does it.';
  const { open } = tasksAsked(page);
  const why =
    chosen.length === 1
      ? 'of what the constraints leave open, it does this best.'
      : 'of what the constraints leave open, each does its part best.';
  const stages = chosen.map(({ id, tasks, via, score }, place) => {
    const by = via.length === 0 ? '' : ` through ${joined(via.map((each) => nameOf(page, each)))}`;
    const does = joined(tasks.map((task) => within(taskName(page, task))));
    return `${place + 1}. **${nameOf(page, id)}**${by}: ${does} (${Math.round(score)} of 100)`;
  });
  const ends: Readonly<Record<string, string>> = { input: '(input)', output: '(output)' };
  const place = (id: string): string => (Object.hasOwn(ends, id) ? (ends[id] ?? id) : nameOf(page, id));
  const flows = decision.architecture.flows.map(
    ({ from, to, label }) => `${place(from)} → ${place(to)}: ${plainMarkdown(label)}`,
  );
  return [
    `Chosen option: “${chain(page)}”, because ${why}`,
    stages.join('\n'),
    ...(open.length > 0
      ? [`Nothing was chosen for: ${open.map((task) => within(taskName(page, task))).join(', ')}.`]
      : []),
    ...(flows.length > 0 ? [`The data flows:\n\n${bullets(flows)}`] : []),
  ].join('\n\n');
}

/** What the chosen services bring and cost by their ratings, those that share a judgement in one line. */
function consequencesOf(page: Page): string {
  const { index, decision, chosen } = page;
  const lines = new Map<string, { readonly mark: string; readonly names: string[] }>();
  const note = (good: boolean, words: string, mark: string, name: string): void => {
    const line = `${good ? 'Good' : 'Bad'}, because of ${words}`;
    const known = lines.get(line);
    if (known) known.names.push(name);
    else lines.set(line, { mark, names: [name] });
  };
  for (const good of [true, false]) {
    for (const { id, name } of index.catalog.criteria) {
      for (const { id: service, via } of chosen) {
        const entry = index.entries.get(via[0] ?? service);
        const { value, judgement, sources } = entry
          ? ratingOf(index, entry, id)
          : { value: usualWeight, judgement: '', sources: [] };
        if (good ? value < goodRating : value > badRating) continue;
        const mark = marks(page, { sources, judgement: true });
        note(good, `“${plainMarkdown(name)}”: ${within(plainMarkdown(judgement))}`, mark, nameOf(page, service));
      }
    }
  }
  const beside = decision.verdicts
    .filter(({ verdict }) => verdict === 'supporting')
    .map(({ id, reasons }) => {
      const [reason] = reasons.toReversed();
      return `Neutral, because ${nameOf(page, id)} stands beside it${reason ? `: ${said(page, reason)}` : '.'}`;
    });
  return bullets([...[...lines].map(([line, { mark, names }]) => `${line} (${joined(names)})${mark}`), ...beside]);
}

/** Marks of the sources, each a link to the list's address, or that there are none. */
function marks(page: Page, { sources, judgement }: Pick<Reason, 'sources' | 'judgement'>): string {
  for (const id of sources) page.cited.add(id);
  const cited = sources.map((id) => `[${plainMarkdown(id)}]`).join(', ');
  return `${cited === '' ? '' : ` ${cited}`}${judgement ? ' (judgement)' : ''}`;
}

/** A reason with its sources and the day as of which its fact holds. */
function said(page: Page, reason: Reason): string {
  const asOf = factOf(page, reason)?.asOf;
  return `${sentence(plainMarkdown(reason.text))}${marks(page, reason)}${asOf === undefined ? '' : ` (as of ${asOf})`}`;
}

const factOf = ({ index }: Page, { fact }: Reason) =>
  fact && index.entries.get(fact.entry)?.facts.find(({ id }) => id === fact.id);

/** A ceiling to design around, or the case that another service is for, speaks neither for nor against. */
const isNeutral = (page: Page, caveat: Reason): boolean =>
  caveat.fact === undefined ? caveat.judgement : factOf(page, caveat)?.kind === 'limit';

function optionOf(page: Page, { id, verdict, reasons, caveats }: Recommendation): string {
  const docs = page.index.entries.get(id)?.docs;
  return [
    `### ${nameOf(page, id)}`,
    `${verdict === 'recommended' ? 'Chosen.' : 'Not chosen.'}${docs === undefined ? '' : ` Documentation: ${linkDestination(docs)}`}`,
    bullets([
      ...reasons.map((reason) => `Good: ${said(page, reason)}`),
      ...caveats.map((caveat) => `${isNeutral(page, caveat) ? 'Neutral' : 'Bad'}: ${said(page, caveat)}`),
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function changesOf(page: Page): string {
  return bullets(
    page.decision.excluded.map((exclusion) => {
      const { id, successor, change } = exclusion;
      const instead = successor === undefined ? '' : ` Instead: ${nameOf(page, successor)}.`;
      const back = change === undefined ? '' : ` To change it: ${sentence(plainMarkdown(change))}`;
      return `**${nameOf(page, id)}**: ${reasonOf(page, exclusion)}${instead}${back}`;
    }),
  );
}

/** Why something was ruled out, without the name that stands before it anyway, and with the lifecycle's sources. */
function reasonOf({ index, ...rest }: Page, { id, reason, constraint }: Exclusion): string {
  const entry = index.entries.get(id);
  const why = entry && reason.startsWith(`${entry.name}: `) ? reason.slice(entry.name.length + 2) : reason;
  const sources =
    constraint === 'lifecycle' && entry?.lifecycle.status !== 'active' ? entry?.lifecycle.sources : undefined;
  return `${sentence(plainMarkdown(why))}${marks({ index, ...rest }, { sources: sources ?? [], judgement: false })}`;
}

function provenanceOf({ index, decision }: Page): string {
  const title = `Catalogue: ${plainMarkdown(index.catalog.title)}, as of ${plainMarkdown(decision.catalogAsOf)}.`;
  return `${title} The same need over it gives the same decision. What is marked (judgement) is an opinion; everything else rests on the sources named.`;
}

const citedInOrder = ({ cited }: Page): readonly string[] => [...cited].sort(byCodeUnit);

function sourceList(page: Page): string {
  return bullets(
    citedInOrder(page).map((id) => {
      const source = page.index.sources.get(id);
      const mark = `[${plainMarkdown(id)}]`;
      if (!source) return `${mark} is not in the catalogue`;
      const address = source.url === undefined ? '' : `: ${linkDestination(source.url)}`;
      return `${mark} ${plainMarkdown(source.title)} (${plainMarkdown(source.dated)})${address}`;
    }),
  );
}

function linkDefinitions(page: Page): string {
  return citedInOrder(page)
    .flatMap((id) => {
      const url = page.index.sources.get(id)?.url;
      return url === undefined ? [] : [`[${plainMarkdown(id)}]: ${linkDestination(url)}`];
    })
    .join('\n');
}
