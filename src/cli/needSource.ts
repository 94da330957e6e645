/** From the options of a command to a need, checked against the catalogue that is asked. */
import { type Result, success } from '../core/base/result.ts';
import type { Catalog, CatalogIssue } from '../core/catalog/catalog.ts';
import { type FieldPath, readYaml } from '../core/catalog/yamlDocument.ts';
import { interpret } from '../core/decision/interpret.ts';
import type { Need } from '../core/decision/need.ts';
import { parseNeed } from '../core/decision/parseNeed.ts';
import type { NeedOptions } from './commands/options.ts';
import { type Knowledge, loadKnowledge } from './dataFiles.ts';
import { inputName, readInput } from './input.ts';
import type { Io } from './io.ts';
import { largestNeed, longestText, textProblem } from './limits.ts';
import { type Complaint, wrongFiles, wrongInput, wrongUsage } from './outcome.ts';

/** A need, and what it was read with. */
export interface AskedNeed extends Knowledge {
  readonly need: Need;
}

/** The fields of a need's issue as a path, so that its line can be found: `tasks[0].task`. */
const pathOf = (field: string): FieldPath =>
  field.startsWith('(')
    ? []
    : [...field.matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step));

/** Reads a need from YAML or JSON. Every issue has its line. */
export const needFromFile = (
  file: { readonly path: string; readonly text: string },
  catalog: Catalog,
): Result<Need, readonly CatalogIssue[]> => {
  const document = readYaml(file);
  if (!document.ok) return document;
  const need = parseNeed(document.value.value, catalog);
  if (!need.ok) {
    return {
      ok: false,
      error: need.error.map(({ field, message }) => ({ ...document.value.issueAt(pathOf(field), message), field })),
    };
  }
  const problem = need.value.text === undefined ? undefined : textProblem(need.value.text);
  return problem === undefined ? need : { ok: false, error: [document.value.issueAt(['text'], problem)] };
};

const readSentence = async (text: string, io: Io): Promise<Result<string, Complaint>> => {
  // A character takes at most three bytes for each of its UTF-16 units.
  const read = text === '-' ? await readInput('-', io, longestText * 3 + 2) : success(text);
  if (!read.ok) return wrongInput(`${read.error}; a text has at most ${longestText} characters`);
  const sentence = read.value.trim();
  const problem = textProblem(sentence);
  return problem === undefined ? success(sentence) : wrongInput(problem);
};

/** Reads the need that `--text` or `--need` names, and the catalogue that `--catalog` names. */
export const readNeed = async (options: NeedOptions, io: Io): Promise<Result<AskedNeed, Complaint>> => {
  if (options.text !== undefined) {
    const sentence = await readSentence(options.text, io);
    if (!sentence.ok) return sentence;
    const knowledge = loadKnowledge(options.catalog);
    if (!knowledge.ok) return wrongFiles(knowledge.error);
    const { catalog, lexicon } = knowledge.value;
    return success({ catalog, lexicon, need: interpret(sentence.value, catalog, lexicon) });
  }
  if (options.need !== undefined) {
    const read = await readInput(options.need, io, largestNeed);
    if (!read.ok) return wrongInput(read.error);
    const knowledge = loadKnowledge(options.catalog);
    if (!knowledge.ok) return wrongFiles(knowledge.error);
    const need = needFromFile({ path: inputName(options.need), text: read.value }, knowledge.value.catalog);
    return need.ok ? success({ ...knowledge.value, need: need.value }) : wrongFiles(need.error);
  }
  return wrongUsage('say what is needed with --text "…" or --need FILE');
};
