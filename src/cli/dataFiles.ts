/** Reading all that deciding and drawing start from: catalogue, lexicon and icons. */
import { type Result, success } from '../core/base/result.ts';
import type { Catalog, CatalogIssue } from '../core/catalog/catalog.ts';
import { formatIssue } from '../core/catalog/formatIssue.ts';
import { type Lexicon, loadLexicon } from '../core/decision/lexicon.ts';
import { type GuideQuestion, loadQuestions } from '../core/guide/questions.ts';
import type { IconSet } from '../core/render/icon.ts';
import { loadTemplates } from '../core/templates/loadTemplates.ts';
import type { Template } from '../core/templates/template.ts';
import { keptOrMade } from './bundledCache.ts';
import {
  bundledFolder,
  isGuideFile,
  isLexiconFile,
  isTemplateFile,
  loadCatalogAt,
  readCatalogDirectory,
} from './catalogFiles.ts';
import { loadIcons } from './iconFiles.ts';

export { readCatalogDirectory } from './catalogFiles.ts';

/** What deciding and drawing start from. */
export interface LodestackData {
  readonly catalog: Catalog;
  readonly lexicon: Lexicon;
  readonly icons: IconSet;
}

/** A catalogue and the language that is understood for it. */
export interface Knowledge {
  readonly catalog: Catalog;
  readonly lexicon: Lexicon;
}

/** Loads a catalogue and the lexicon that goes with it: the catalogue's own, if it brings one, else the bundled one, of
 * which what names tasks that the catalogue lacks is passed over. */
export const loadKnowledge = (path?: string): Result<Knowledge, readonly CatalogIssue[]> => {
  const catalog = loadCatalogAt(path);
  if (!catalog.ok) return catalog;
  const lexicon = loadLexiconAt(path, catalog.value);
  return lexicon.ok ? success({ catalog: catalog.value, lexicon: lexicon.value }) : lexicon;
};

const loadLexiconAt = (path: string | undefined, catalog: Catalog): Result<Lexicon, readonly CatalogIssue[]> => {
  if (path !== undefined) {
    const own = readCatalogDirectory(path);
    if (!own.ok) return own;
    const ownLexicon = own.value.filter((file) => isLexiconFile(path, file));
    if (ownLexicon.length > 0) return loadLexicon(ownLexicon, catalog);
  }
  const bundled = readCatalogDirectory(bundledFolder('lexicon'));
  if (!bundled.ok) return bundled;
  if (path !== undefined) return loadLexicon(bundled.value, catalog, { lenient: true });
  const catalogFiles = readCatalogDirectory(bundledFolder('catalog'));
  // A lexicon is checked against its catalogue, so both are what it is made from.
  const ingredients = [...bundled.value, ...(catalogFiles.ok ? catalogFiles.value : [])];
  return keptOrMade('lexicon', ingredients, () => loadLexicon(bundled.value, catalog));
};

/** The questions of the guide: a catalogue's own, in a folder `guide` directly below it, else the bundled ones. */
export const loadQuestionsAt = (path?: string): Result<readonly GuideQuestion[], readonly CatalogIssue[]> => {
  const own = path === undefined ? undefined : readCatalogDirectory(path);
  if (own && !own.ok) return own;
  const ownFiles = path === undefined ? [] : (own?.value ?? []).filter((file) => isGuideFile(path, file));
  if (ownFiles.length > 0) return loadQuestions(ownFiles);
  const bundled = readCatalogDirectory(bundledFolder('guide'));
  return bundled.ok ? loadQuestions(bundled.value) : bundled;
};

/**
 * The templates for a catalogue: its own, in a folder `templates` directly below it, else those of the bundled ones that it can
 * fill.
 */
export const loadTemplatesAt = (
  catalog: Catalog,
  path?: string,
): Result<readonly Template[], readonly CatalogIssue[]> => {
  const own = path === undefined ? undefined : readCatalogDirectory(path);
  if (own && !own.ok) return own;
  const ownFiles = path === undefined ? [] : (own?.value ?? []).filter((file) => isTemplateFile(path, file));
  if (ownFiles.length > 0) return loadTemplates(ownFiles, catalog);
  const bundled = readCatalogDirectory(bundledFolder('templates'));
  return bundled.ok ? loadTemplates(bundled.value, catalog, { lenient: path !== undefined }) : bundled;
};

/** Everything that is bundled. For programs of ours, where broken data is a bug: throws an error with every issue. */
export const loadBundledData = (): LodestackData => {
  const knowledge = loadKnowledge();
  if (!knowledge.ok) throw new Error(`The bundled data is wrong:\n${knowledge.error.map(formatIssue).join('\n')}`);
  const { catalog, lexicon } = knowledge.value;
  return { catalog, lexicon, icons: loadIcons(catalog) };
};
