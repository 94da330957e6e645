/**
 * A decision as a decision record in Markdown, in the form of MADR 4.0.0 (https://adr.github.io/madr/). Whatever the
 * catalogue or the need say is plain text in it. The same decision and day give the same bytes.
 */
import { byCodeUnit } from '../base/order.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { ratingOf } from '../catalog/lookup.ts';
import type { Decision, Reason, Recommendation } from '../decision/decision.ts';
import { restsOnGuess } from '../decision/need.ts';
import { constraintWords } from './constraintWords.ts';
import { linkDestination, plainMarkdown } from './markdown.ts';
import { changesOf, lifecycleOf } from './recordChanges.ts';
import {
  bullets,
  chain,
  factOf,
  joined,
  kindName,
  marks,
  nameOf,
  type Page,
  pageOf,
  said,
  section,
  taskName,
  within,
} from './recordPage.ts';

/** A link from one record to another. */
export interface RecordLink {
  readonly file: string;
  readonly title: string;
}

/** How far a record has come; one that another takes the place of is "superseded by" that one. */
export const recordStatuses = ['proposed', 'accepted', 'rejected', 'deprecated'] as const;
/** One of them. */
export type RecordStatus = (typeof recordStatuses)[number];

/** What a record says besides the decision. */
export interface RecordOptions {
  /** The day on which it was decided, `YYYY-MM-DD`. */
  readonly date: string;
  /** Absent: proposed, since it is people who accept. */
  readonly status?: RecordStatus;
  /** Address of a picture of the architecture, relative to the record. */
  readonly picture?: string;
  /** Address of the decision as JSON, relative to the record: what \`review\` reads. */
  readonly decision?: string;
  /** The record that this one takes the place of: its address, relative to this one, and what it is called. */
  readonly supersedes?: RecordLink;
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
    section('## Decision Outcome', outcomeOf(page, options)),
    section('### Consequences', consequencesOf(page)),
    section('### Confirmation', confirmationOf(page, options)),
    section(
      '## Pros and Cons of the Options',
      decision.recommendations.map((each) => optionOf(page, each)).join('\n\n'),
    ),
    section('## More Information', moreInformation(page, options)),
    section('### Lifecycle', lifecycleOf(page)),
    section('### What would change this decision', changesOf(page, catalog)),
    section('### Taken for granted', bullets(decision.assumptions.map(plainMarkdown))),
  ];
  const head = `---\nstatus: ${options.status ?? 'proposed'}\ndate: ${plainMarkdown(options.date)}\n---`;
  // The sources come last, once it is known which were cited.
  const parts = [head, ...body, section('### Sources', sourceList(page)), linkDefinitions(page)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
};

/** Tasks that were asked for, heaviest first, and whether anything chosen does them. */
function tasksAsked({ decision, chosen }: Page): { readonly met: readonly string[]; readonly open: readonly string[] } {
  const done = new Set(chosen.flatMap(({ tasks }) => tasks));
  const asked = decision.need.tasks.toSorted((left, right) => right.weight - left.weight).map(({ task }) => task);
  return { met: asked.filter((task) => done.has(task)), open: asked.filter((task) => !done.has(task)) };
}

/** The title of a decision's record, as plain text: what is done, with what. */
export const recordTitle = (catalog: Catalog, decision: Decision): string =>
  plainOf(titleOf(pageOf(catalog, decision)));

/** Markdown of our own making as the text that it shows. */
const plainOf = (markdown: string): string =>
  markdown.replace(/\\(.)/g, '$1').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function titleOf(page: Page): string {
  const { met, open } = tasksAsked(page);
  const names = (met.length > 0 ? met : open).map((task) => taskName(page, task));
  if (page.chosen.length === 0)
    return names.length === 0
      ? 'No task was recognised'
      : `${titleTasks(names)}: ${isGuess(page) ? 'a guess' : 'nothing fits'}`;
  const chosen = joined(page.chosen.map(({ id }) => nameOf(page, id)));
  return names.length === 0 ? chosen : `${titleTasks(names)} with ${chosen}`;
}

/** Nothing is chosen on words that hardly say what is meant. */
const isGuess = ({ decision }: Page): boolean => restsOnGuess(decision.need);

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
      `${nameOf(page, id)}, for: ${tasks.map((task) => within(taskName(page, task))).join(', ')} (${isGuess(page) ? 'a guess' : `${verdict}, ${Math.round(score)} of 100`})`,
  );
  return bullets([...together, ...offered, ...excluded.map(({ id }) => `${nameOf(page, id)} (ruled out)`)]);
}

function outcomeOf(page: Page, { picture }: RecordOptions): string {
  const { decision, chosen } = page;
  if (chosen.length === 0 && isGuess(page))
    return 'Chosen option: none. The sentence hardly says what is meant; say what goes in and what should come out.';
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
    ...(picture === undefined ? [] : [`![${chain(page)}](${linkDestination(picture)})`]),
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

/** How one would notice that it was decided wrongly, or that the world has moved on. */
function confirmationOf(page: Page, { decision }: RecordOptions): string {
  const limits = page.decision.recommendations
    .filter(({ verdict }) => verdict === 'recommended')
    .flatMap(({ id, caveats }) =>
      caveats
        .filter((caveat) => factOf(page, caveat)?.kind === 'limit')
        .map((caveat) => `Measure ${nameOf(page, id)} against its ceiling: ${said(page, caveat)}`),
    );
  const file = decision === undefined ? 'its JSON' : `[its JSON](${linkDestination(decision)})`;
  const again = `Review this decision from ${file} when the catalogue is newer than ${page.decision.catalogAsOf}: it says whether the choice still stands.`;
  return page.chosen.length === 0 ? '' : bullets([...limits, again]);
}

function moreInformation(page: Page, { supersedes, decision }: RecordOptions): string {
  return [
    ...(supersedes === undefined
      ? []
      : [`Supersedes [${plainMarkdown(supersedes.title)}](${linkDestination(supersedes.file)}).`]),
    provenanceOf(page),
    ...(decision === undefined
      ? []
      : [`The decision as JSON: [${plainMarkdown(decision)}](${linkDestination(decision)})`]),
  ].join('\n\n');
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
