/** Doing a command to a document. */
import { failure, type Result, success } from '../base/result.ts';
import { applyToPage } from '../diagram/applyToPage.ts';
import { longestText } from '../diagram/bounds.ts';
import type { CommandFailure } from '../diagram/command.ts';
import { type IdSource, isId } from '../diagram/ids.ts';
import { emptyPage, type Page, type Table } from '../diagram/page.ts';
import { faultsOf } from '../diagram/soundness.ts';
import type { Applied, Command, SingleCommand } from './command.ts';
import { findPage, type SketchDocument } from './document.ts';
import { limits } from './saving.ts';

type Outcome = Result<Applied, CommandFailure>;

const refuse = (kind: CommandFailure['kind'], message: string, id?: string): Outcome =>
  failure({ kind, message, ...(id !== undefined && { id }) });

/**
 * Does a command, or refuses it and says why; then nothing has changed. Pure. A batch is refused as a whole by the first
 * command in it that is refused; one that would change nothing is passed over, unless none of them changes anything.
 */
export function apply(document: SketchDocument, command: Command, ids: IdSource): Outcome {
  const outcome =
    command.type === 'batch' ? applyAll(document, command.commands, ids) : applyOne(document, command, ids);
  if (!outcome.ok) return outcome;
  const excess = mayGrow(command) ? excessOf(document, outcome.value.document) : undefined;
  return excess === undefined ? outcome : refuse('too-many', excess);
}

/** Commands after which there may be more than there was. */
const growing: ReadonlySet<Command['type']> = new Set<Command['type']>([
  'add',
  'paste',
  'duplicate',
  'merge-draft',
  'add-page',
  'duplicate-page',
  'batch',
]);

const mayGrow = (command: Command): boolean =>
  growing.has(command.type) || (command.type === 'set' && typeof command.fields.image === 'string');

function applyAll(document: SketchDocument, commands: readonly SingleCommand[], ids: IdSource): Outcome {
  let now = document;
  let made: readonly string[] = [];
  for (const command of commands) {
    const outcome = applyOne(now, command, ids);
    if (outcome.ok) {
      now = outcome.value.document;
      made = made.concat(outcome.value.made);
    } else if (outcome.error.kind !== 'nothing') return outcome;
  }
  if (now === document) return refuse('nothing', 'There is nothing to change');
  return success({ document: now, made });
}

function applyOne(document: SketchDocument, command: SingleCommand, ids: IdSource): Outcome {
  switch (command.type) {
    case 'add-page':
      return addPage(document, command, ids);
    case 'duplicate-page':
      return duplicatePage(document, command, ids);
    case 'set-title':
      return isText(command.title)
        ? changed({ ...document, title: command.title }, command.title === document.title)
        : refuseText();
    case 'set-need': {
      const { need: before, ...rest } = document;
      return changed(
        command.need === null ? rest : { ...rest, need: command.need },
        (command.need ?? undefined) === before,
      );
    }
    case 'set-decision': {
      const { decision: before, ...rest } = document;
      return changed(
        command.decision === null ? rest : { ...rest, decision: command.decision },
        (command.decision ?? undefined) === before,
      );
    }
    default:
      return applyOnPage(document, command, ids);
  }
}

type OnPage = Exclude<
  SingleCommand,
  { readonly type: 'add-page' | 'duplicate-page' | 'set-title' | 'set-need' | 'set-decision' }
>;

function applyOnPage(document: SketchDocument, command: OnPage, ids: IdSource): Outcome {
  const page = findPage(document, command.page);
  if (!page) return refusePage(command.page);
  switch (command.type) {
    case 'remove-page':
      return removePage(document, page);
    case 'move-page':
      return movePage(document, page, command.to);
    case 'rename-page':
      if (!isText(command.title)) return refuseText();
      return changed(withPage(document, { ...page, title: command.title }), command.title === page.title);
    default: {
      const outcome = applyToPage(page, command, ids);
      if (!outcome.ok) return outcome;
      return success({ document: withPage(document, outcome.value.page), made: outcome.value.made });
    }
  }
}

const refusePage = (id: string): Outcome => refuse('unknown', `The document has no page "${id.slice(0, 60)}"`, id);

const isText = (text: string): boolean => text.length <= longestText;
const refuseText = (): Outcome => refuse('bad-value', `A title has at most ${longestText} characters`);

const changed = (document: SketchDocument, isSame: boolean): Outcome =>
  isSame ? refuse('nothing', 'There is nothing to change') : success({ document, made: [] });

/** The document with a page put in, over the one with the same id. */
const withPage = (document: SketchDocument, page: Page): SketchDocument => ({
  ...document,
  pages: { ...document.pages, [page.id]: page },
});

function freePageId(document: SketchDocument, ids: IdSource): string | undefined {
  for (let asked = 0; asked < 1000; asked += 1) {
    const id = ids('page');
    if (isId(id) && !findPage(document, id)) return id;
  }
  return undefined;
}

function addPage(
  document: SketchDocument,
  command: Extract<SingleCommand, { readonly type: 'add-page' }>,
  ids: IdSource,
): Outcome {
  const { title, content, at = document.pageOrder.length } = command;
  if (!isText(title)) return refuseText();
  if (!Number.isInteger(at) || at < 0 || at > document.pageOrder.length)
    return refuse('bad-value', `A page can stand at places 0 to ${document.pageOrder.length}`);
  const id = command.id ?? freePageId(document, ids);
  if (id === undefined || !isId(id)) return refuse('bad-id', 'An id is made of letters, digits and hyphens', id);
  if (findPage(document, id)) return refuse('bad-id', `There is a page with the id "${id}" already`, id);
  const [fault] = content ? faultsOf(content) : [];
  if (fault) return refuse('bad-value', `What the page would hold is not sound: ${fault.text}`, fault.id);
  return success({
    document: {
      ...withPage(document, { ...(content ?? emptyPage(id, title)), id, title }),
      pageOrder: document.pageOrder.toSpliced(at, 0, id),
    },
    made: [id],
  });
}

/** A copy stands right after its original. */
function duplicatePage(
  document: SketchDocument,
  command: Extract<SingleCommand, { readonly type: 'duplicate-page' }>,
  ids: IdSource,
): Outcome {
  const content = findPage(document, command.page);
  if (!content) return refusePage(command.page);
  const at = document.pageOrder.indexOf(command.page) + 1;
  return addPage(document, { type: 'add-page', title: command.title, content, at }, ids);
}

function removePage(document: SketchDocument, { id, title }: Page): Outcome {
  if (document.pageOrder.length === 1)
    return refuse('not-applicable', `“${title}” is the only page; a document has at least one`, id);
  const { [id]: _, ...pages } = document.pages;
  return success({
    document: { ...document, pages, pageOrder: document.pageOrder.filter((other) => other !== id) },
    made: [],
  });
}

function movePage(document: SketchDocument, { id }: Page, to: number): Outcome {
  const rest = document.pageOrder.filter((other) => other !== id);
  if (!Number.isInteger(to) || to < 0 || to > rest.length)
    return refuse('bad-value', `A page can stand at places 0 to ${rest.length}`, id);
  const isSame = document.pageOrder.indexOf(id) === to;
  return changed({ ...document, pageOrder: rest.toSpliced(to, 0, id) }, isSame);
}

/** What the next document has more of than a file may hold, in a sentence; looks only where something was added. */
function excessOf(before: SketchDocument, after: SketchDocument): string | undefined {
  if (before.pages === after.pages) return undefined;
  if (after.pageOrder.length > limits.pages) return `A document has at most ${limits.pages} pages`;
  for (const table of ['nodes', 'groups', 'edges'] as const) {
    const tables = Object.values(after.pages).map((page): Table<unknown> => page[table]);
    const old = new Set(Object.values(before.pages).map((page): Table<unknown> => page[table]));
    if (tables.every((one) => old.has(one))) continue;
    const count = tables.reduce((sum, one) => sum + Object.keys(one).length, 0);
    if (count > limits[table]) return `A document has at most ${limits[table]} ${table}`;
  }
  const images = Object.values(after.pages).reduce((sum, page) => sum + imagesOn(page), 0);
  if (images <= limits.images) return undefined;
  return `The images of a document have at most ${limits.images / 1_000_000} MB together; make them smaller first`;
}

const imagesOn = ({ nodes }: Page): number =>
  Object.values(nodes).reduce((sum, { image }) => sum + (image?.length ?? 0), 0);
