/** From the text of YAML files to checked templates; every issue with file, line and field. */
import type { z } from 'zod';
import { failure, type Result, success } from '../base/result.ts';
import type { Catalog, CatalogIssue } from '../catalog/catalog.ts';
import { readShaped } from '../catalog/shapedFiles.ts';
import type { CatalogFile } from '../catalog/yamlDocument.ts';
import { checkPage } from '../checks/checkPage.ts';
import { parseNeed } from '../decision/parseNeed.ts';
import { type Template, templateFileSchema, type writtenTemplateSchema } from './template.ts';
import { fillTemplate, type TemplateFault } from './templatePage.ts';

type Written = z.infer<typeof writtenTemplateSchema>;

/** How strictly templates are held to the catalogue. */
export interface TemplateOptions {
  /** Templates that this catalogue can't fill are left out, in place of an issue. */
  readonly lenient?: boolean;
}

/**
 * Loads templates from files, in the order of their paths, and looks each over with the catalogue: what it decides must be on
 * offer to new customers, and its picture must hold nothing that an architect would call an error. So a service that closes
 * one day is told of here.
 */
export function loadTemplates(
  files: readonly CatalogFile[],
  catalog: Catalog,
  { lenient = false }: TemplateOptions = {},
): Result<readonly Template[], readonly CatalogIssue[]> {
  const issues: CatalogIssue[] = [];
  const templates: Template[] = [];
  const known = new Set<string>();
  for (const file of readShaped(files, templateFileSchema)) {
    if (!file.ok) {
      issues.push(...file.error);
      continue;
    }
    const { value, issueAt } = file.value;
    for (const [place, written] of value.templates.entries()) {
      const at = ['templates', place] as const;
      if (known.has(written.id)) issues.push(issueAt([...at, 'id'], `There are two templates "${written.id}"`));
      known.add(written.id);
      const checked = checkTemplate(catalog, written);
      if (checked.ok) templates.push(checked.value);
      else if (!lenient) issues.push(...checked.error.map(({ field, message }) => issueAt([...at, ...field], message)));
    }
  }
  return issues.length > 0 ? failure(issues) : success(templates);
}

function checkTemplate(catalog: Catalog, written: Written): Result<Template, readonly TemplateFault[]> {
  const need = parseNeed(written.need, catalog);
  if (!need.ok)
    return failure(need.error.map(({ field, message }) => ({ field: ['need', ...fieldPath(field)], message })));
  const { byHand, ...rest } = written;
  const template: Template = { ...rest, need: need.value, ...(byHand ? { byHand } : {}) };
  const filled = fillTemplate(catalog, template, 'page-1');
  if (!filled.ok) return failure([filled.error]);
  const { decision, page } = filled.value;
  if (decision.recommendations.length === 0)
    return failure([{ field: ['need'], message: `No service is left to recommend for "${template.title}"` }]);
  const faults = checkPage(catalog, page, decision)
    .filter(({ severity }) => severity !== 'hint')
    .map(({ text }): TemplateFault => ({ field: ['id'], message: `In the picture of "${template.title}": ${text}` }));
  return faults.length > 0 ? failure(faults) : success(template);
}

/** `tasks[0].task` as a path. */
const fieldPath = (field: string): readonly (string | number)[] =>
  [...field.matchAll(/[^.[\]()]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step));
