/** From a template to today's picture: the planner's draft of its need, and on it what the template adds by hand. */
import { failure, type Result, success } from '../base/result.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { decide } from '../decision/decide.ts';
import type { Decision } from '../decision/decision.ts';
import { applyToPage } from '../diagram/applyToPage.ts';
import type { PageCommand } from '../diagram/command.ts';
import { countedIds } from '../diagram/ids.ts';
import { type Page, pageOfDraft } from '../diagram/page.ts';
import { draftArchitecture } from '../drafting/draft.ts';
import type { ByHand, Template } from './template.ts';

/** What a template comes to with a catalogue. */
export interface FilledTemplate {
  readonly decision: Decision;
  /** Nothing on it has a place yet: the layout gives it. */
  readonly page: Page;
}

/** A step of `byHand` that the draft refuses. */
export interface TemplateFault {
  /** Path of the field below the template. */
  readonly field: readonly (string | number)[];
  readonly message: string;
}

/** A step, and where it is written. */
interface Step {
  readonly field: TemplateFault['field'];
  readonly command: PageCommand;
}

/** Fields that were left open are not there, for those who tell `undefined` from absence. */
type Present<Value> = { readonly [Key in keyof Value]: Exclude<Value[Key], undefined> };
const present = <Value extends object>(value: Value): Present<Value> =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Present<Value>;

function stepsOf({ remove, groups, nodes, edges, change }: ByHand): readonly Step[] {
  const at = (field: string, place: string | number): TemplateFault['field'] => ['byHand', field, place];
  return [
    ...remove.map((id, place) => ({ field: at('remove', place), command: { type: 'remove', ids: [id] } as const })),
    ...groups.map((group, place) => ({
      field: at('groups', place),
      command: { type: 'add', groups: [present(group)] } as const,
    })),
    ...nodes.map((node, place) => ({
      field: at('nodes', place),
      command: { type: 'add', nodes: [present(node)] } as const,
    })),
    ...edges.map((edge, place) => ({
      field: at('edges', place),
      command: { type: 'add', edges: [{ id: `${edge.from}--${edge.to}`, ...present(edge) }] } as const,
    })),
    ...Object.entries(change).map(([id, fields]) => ({
      field: at('change', id),
      command: { type: 'set', ids: [id], fields: present(fields) } as const,
    })),
  ];
}

/** The decision and the page of a template. Fails at the first step by hand that today's draft refuses. */
export function fillTemplate(
  catalog: Catalog,
  template: Template,
  pageId: string,
): Result<FilledTemplate, TemplateFault> {
  const decision = decide(catalog, template.need);
  let page = pageOfDraft(pageId, { ...draftArchitecture(catalog, decision), title: template.title });
  for (const { field, command } of template.byHand ? stepsOf(template.byHand) : []) {
    const applied = applyToPage(page, command, countedIds());
    if (!applied.ok) return failure({ field, message: applied.error.message });
    page = applied.value.page;
  }
  return success({ decision, page });
}
