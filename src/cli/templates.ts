/** From the name of a template to its decision and its picture. */
import { didYouMean } from '../core/base/nearest.ts';
import { type Result, success } from '../core/base/result.ts';
import type { Template } from '../core/templates/template.ts';
import { type FilledTemplate, fillTemplate } from '../core/templates/templatePage.ts';
import { type Knowledge, loadKnowledge, loadTemplatesAt } from './dataFiles.ts';
import { type Complaint, wrongFiles, wrongInput } from './outcome.ts';

/** The templates that there are, and what they were read with. */
export interface KnownTemplates extends Knowledge {
  readonly templates: readonly Template[];
}

/** A template with today's decision and picture. */
export interface ChosenTemplate extends Knowledge, FilledTemplate {
  readonly template: Template;
}

/** Every template that fits the catalogue. */
export function readTemplates(path?: string): Result<KnownTemplates, Complaint> {
  const knowledge = loadKnowledge(path);
  if (!knowledge.ok) return wrongFiles(knowledge.error);
  const templates = loadTemplatesAt(knowledge.value.catalog, path);
  return templates.ok ? success({ ...knowledge.value, templates: templates.value }) : wrongFiles(templates.error);
}

/** The template of this id. */
export function readTemplate(id: string, path?: string): Result<ChosenTemplate, Complaint> {
  const known = readTemplates(path);
  if (!known.ok) return known;
  const { templates, catalog, lexicon } = known.value;
  const template = templates.find((each) => each.id === id.trim().toLowerCase());
  if (!template) {
    const ids = templates.map((each) => each.id);
    return wrongInput(`No template "${id}"${didYouMean(id, ids)}; "template list" shows all ${ids.length}`);
  }
  const filled = fillTemplate(catalog, template, 'page-1');
  return filled.ok
    ? success({ catalog, lexicon, template, ...filled.value })
    : wrongInput(`The template "${template.title}" does not fit this catalogue: ${filled.error.message}`);
}
