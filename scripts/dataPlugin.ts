/**
 * Vite plugin: `virtual:lodestack-data` holds the checked catalogue, lexicon, questions, templates and icons as plain data, so that the window
 * reads no YAML and starts with what is known to be sound. Wrong data fails the build with every mistake.
 */
import { sep } from 'node:path';
import type { Plugin } from 'vite';
import { bundledFolder } from '../src/cli/catalogFiles.ts';
import { loadKnowledge, loadQuestionsAt, loadTemplatesAt, readCatalogDirectory } from '../src/cli/dataFiles.ts';
import { checkIcons, loadIcons } from '../src/cli/iconFiles.ts';
import { formatIssue } from '../src/core/catalog/formatIssue.ts';

const name = 'virtual:lodestack-data';
/** The zero byte tells other plugins to leave the module alone (a convention of Rollup's). */
const resolved = `\0${name}`;

const folders = ['catalog', 'lexicon', 'guide', 'templates'].map(bundledFolder);

const watchedFiles = (): readonly string[] =>
  folders.flatMap((folder) => {
    const files = readCatalogDirectory(folder);
    return files.ok ? files.value.map(({ path }) => path) : [];
  });

/** `JSON.parse` of a string: engines read it faster than an object of the language. */
const exported = (variable: string, value: unknown): string =>
  `export const ${variable} = JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;

/** The module's code, or the mistakes in the data, one a line. */
export const dataModule = (
  knowledge = loadKnowledge(),
): { readonly code: string } | { readonly mistakes: readonly string[] } => {
  if (!knowledge.ok) return { mistakes: knowledge.error.map(formatIssue) };
  const { catalog, lexicon } = knowledge.value;
  const iconIssues = checkIcons(catalog);
  if (iconIssues.length > 0) return { mistakes: iconIssues.map(formatIssue) };
  const questions = loadQuestionsAt();
  if (!questions.ok) return { mistakes: questions.error.map(formatIssue) };
  const templates = loadTemplatesAt(catalog);
  if (!templates.ok) return { mistakes: templates.error.map(formatIssue) };
  const data = {
    catalog,
    lexicon,
    questions: questions.value,
    templates: templates.value,
    icons: loadIcons(catalog),
  };
  return {
    code: Object.entries(data)
      .map(([variable, value]) => exported(variable, value))
      .join(''),
  };
};

/** The plugin. While developing, a change of a data file reloads the window. */
export const dataPlugin = (): Plugin => ({
  name: 'lodestack-data',
  resolveId: (id) => (id === name ? resolved : undefined),
  load(id) {
    if (id !== resolved) return undefined;
    for (const file of watchedFiles()) this.addWatchFile(file);
    const made = dataModule();
    if ('mistakes' in made) return this.error(`The data is wrong:\n${made.mistakes.join('\n')}`);
    return { code: made.code, map: { mappings: '' }, moduleSideEffects: false };
  },
  configureServer(server) {
    server.watcher.add(folders);
    server.watcher.on('all', (_event, path) => {
      if (!folders.some((folder) => path.includes(`${folder}${sep}`))) return;
      const module = server.moduleGraph.getModuleById(resolved);
      if (module) server.moduleGraph.invalidateModule(module);
      server.ws.send({ type: 'full-reload' });
    });
  },
});
