/** What a command does, in a few words: for the undo button, for menus and for announcements. */
import { counted } from '../base/words.ts';
import type { Fields } from '../diagram/command.ts';
import { nameOf } from '../diagram/edit.ts';
import { findPart, type Page } from '../diagram/page.ts';
import type { Command, SingleCommand } from './command.ts';
import { findPage, type SketchDocument } from './document.ts';

/** What a command does to a document as it is before: `Move “Transcribe”`, `Delete 3 things`. */
export function describeCommand(document: SketchDocument, command: Command): string {
  if (command.type !== 'batch') return describe(document, command);
  const [first] = command.commands;
  // What a batch begins with is what the user did; the rest follows from it.
  return first === undefined ? 'Change nothing' : describe(document, first);
}

function describe(document: SketchDocument, command: SingleCommand): string {
  const page = 'page' in command ? findPage(document, command.page) : undefined;
  const things = (ids: readonly string[]): string => thingsOf(page, ids);
  const title = page ? `page “${shortened(page.title)}”` : 'page';
  switch (command.type) {
    case 'add':
      return describeAdd(command, things);
    case 'remove':
      return `Delete ${things(command.ids)}`;
    case 'set':
      return describeSet(command.fields, things(command.ids), commentsOn(page, command.ids));
    case 'move':
      return `Move ${things(command.ids)}`;
    case 'resize':
      return `Resize ${things([command.id])}`;
    case 'place':
      return Object.keys(command.places).length === 1 ? `Move ${things(Object.keys(command.places))}` : 'Tidy up';
    case 'fit':
      return `Fit ${things(command.ids)}`;
    case 'reconnect':
      return `Reconnect ${things([command.id])}`;
    case 'nest':
      return command.into === null
        ? `Take ${things(command.ids)} out of its group`
        : `Put ${things(command.ids)} into ${things([command.into])}`;
    case 'order':
      return `${orders[command.to].before} ${things(command.ids)} ${orders[command.to].after}`;
    case 'align':
      return `Align ${things(command.ids)}`;
    case 'distribute':
      return `Distribute ${things(command.ids)}`;
    case 'duplicate':
      return `Duplicate ${things(command.ids)}`;
    case 'paste':
      return `Paste ${counted(command.clip.nodes.length + command.clip.groups.length, 'thing')}`;
    case 'merge-draft':
      return 'Update the draft';
    case 'add-page':
      return `Add page “${shortened(command.title)}”`;
    case 'remove-page':
      return `Delete ${title}`;
    case 'rename-page':
      return `Rename ${title}`;
    case 'duplicate-page':
      return `Duplicate ${title}`;
    case 'move-page':
      return `Move ${title}`;
    case 'set-title':
      return 'Rename the document';
    case 'set-need':
      return 'Change the need';
    case 'set-decision':
      return 'Take over the decision';
  }
}

const orders = {
  front: { before: 'Bring', after: 'to the front' },
  back: { before: 'Send', after: 'to the back' },
  forward: { before: 'Bring', after: 'forward' },
  backward: { before: 'Send', after: 'backward' },
} as const;

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

function thingsOf(page: Page | undefined, ids: readonly string[]): string {
  const [id] = ids;
  const part = page && id !== undefined && ids.length === 1 ? findPart(page, id) : undefined;
  return page && part ? nameOf(page, part) : counted(ids.length, 'thing');
}

function describeAdd(
  { nodes = [], groups = [], edges = [] }: Extract<SingleCommand, { readonly type: 'add' }>,
  things: (ids: readonly string[]) => string,
): string {
  const [named] = [...nodes, ...groups];
  if (nodes.length + groups.length > 1) return `Add ${counted(nodes.length + groups.length, 'thing')}`;
  if (named) return `Add ${named.label.trim() === '' ? `a ${named.kind}` : `“${shortened(named.label.trim())}”`}`;
  const [edge] = edges;
  return edge && edges.length === 1
    ? `Connect ${things([edge.from])} to ${things([edge.to])}`
    : `Add ${edges.length} edges`;
}

/** How many comments the things have now. */
const commentsOn = (page: Page | undefined, ids: readonly string[]): number =>
  ids.reduce((sum, id) => sum + ((page && findPart(page, id)?.record.comments?.length) ?? 0), 0);

function describeSet(fields: Fields, what: string, comments: number): string {
  if (typeof fields.label === 'string') return `Rename ${what}`;
  if (fields.locked !== undefined) return `${fields.locked ? 'Lock' : 'Unlock'} ${what}`;
  if (fields.pinned !== undefined) return `${fields.pinned ? 'Pin' : 'Unpin'} ${what}`;
  if (fields.collapsed !== undefined) return `${fields.collapsed ? 'Collapse' : 'Expand'} ${what}`;
  if (fields.comments !== undefined)
    return (fields.comments?.length ?? 0) < comments ? `Remove a comment on ${what}` : `Comment on ${what}`;
  if (fields.tone !== undefined) return `Colour ${what}`;
  if (fields.entry !== undefined) return `Replace ${what}`;
  return `Change ${what}`;
}
