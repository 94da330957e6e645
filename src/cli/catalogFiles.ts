/** Reading a catalogue from the disk: the one that comes with Lodestack, or one of the user's own. */
import { type Dirent, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byCodeUnit } from '../core/base/order.ts';
import { failure, type Result, success } from '../core/base/result.ts';
import type { Catalog, CatalogIssue } from '../core/catalog/catalog.ts';
import { type CatalogFile, loadCatalog } from '../core/catalog/load.ts';
import { keptOrMade } from './bundledCache.ts';

/** The folder of the bundled data. */
const dataFolder = fileURLToPath(new URL('../../data', import.meta.url));

/** Far more than any catalogue has: whoever points at a home folder by mistake is told so, and quickly. */
const mostFiles = 2_000;
const mostVisited = 20_000;
/** What the loader refuses need not be read first. */
const mostBytes = 20_000_000;
const deepestFolder = 8;

const issueOf = (file: string, message: string): CatalogIssue => ({ file, field: '(file)', message });

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

const readText = (path: string): Result<CatalogFile, CatalogIssue> => {
  let bytes: Uint8Array;
  try {
    const found = statSync(path);
    // A pipe of that name would be waited for without end.
    if (!found.isFile()) return failure(issueOf(path, 'Is not a plain file'));
    if (found.size > mostBytes) return failure(issueOf(path, 'Larger than 5 MB; split it into several files'));
    bytes = readFileSync(path);
  } catch (error) {
    return failure(issueOf(path, `Can't be read: ${reasonOf(error)}`));
  }
  try {
    return success({ path, text: strictUtf8.decode(bytes) });
  } catch {
    return failure(issueOf(path, 'Is not text in UTF-8'));
  }
};

const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name);

/** Paths of the YAML files below a folder. Hidden folders, node_modules and linked folders are left alone. Undefined
 * where there is far more than a catalogue. */
const yamlPaths = (top: string): readonly string[] | undefined => {
  const paths: string[] = [];
  let visited = 0;
  /** Whether it is still worth going on. */
  const visit = (folder: string, depth: number): boolean => {
    const items: Dirent[] = readdirSync(folder, { withFileTypes: true });
    visited += items.length;
    for (const item of items.sort((left, right) => byCodeUnit(left.name, right.name))) {
      if (visited > mostVisited || paths.length > mostFiles) return false;
      if (item.name.startsWith('.') || item.name === 'node_modules') continue;
      const path = join(folder, item.name);
      if (item.isDirectory()) {
        if (depth < deepestFolder && !visit(path, depth + 1)) return false;
      } else if (isYaml(item.name)) paths.push(path);
    }
    return true;
  };
  return visit(top, 0) && paths.length <= mostFiles ? paths : undefined;
};

/**
 * Reads the YAML files of a folder and of those below it (or the one file, if `path` is one), in the order of their
 * paths. Paths are given back as `path` was given, so that messages name files as the user does.
 */
export const readCatalogDirectory = (path: string): Result<readonly CatalogFile[], readonly CatalogIssue[]> => {
  let paths: readonly string[] | undefined;
  try {
    paths = statSync(path).isDirectory() ? yamlPaths(path) : [path];
  } catch (error) {
    const missing = lstatSync(path, { throwIfNoEntry: false }) === undefined;
    return failure([issueOf(path, missing ? 'There is no such file or folder' : `Can't be read: ${reasonOf(error)}`)]);
  }
  if (paths === undefined) {
    return failure([
      issueOf(path, `Holds far more than a catalogue (at most ${mostFiles} YAML files); name its own folder`),
    ]);
  }
  if (paths.length === 0) return failure([issueOf(path, 'Holds no YAML file (*.yaml)')]);
  const files: CatalogFile[] = [];
  const issues: CatalogIssue[] = [];
  for (const each of paths) {
    const read = readText(each);
    if (read.ok) files.push(read.value);
    else issues.push(read.error);
  }
  return issues.length > 0 ? failure(issues) : success(files);
};

/** A bundled folder as the user would name it from where they stand. */
export const bundledFolder = (name: string): string => {
  const path = join(dataFolder, name);
  const near = relative(process.cwd(), path);
  return near !== '' && !near.startsWith('..') ? near : path;
};

/** Loads the bundled catalogue, or the user's at `path` (ADR 0003: its own, or one that extends the bundled one). */
export const loadCatalogAt = (path?: string): Result<Catalog, readonly CatalogIssue[]> => {
  const bundled = () => readCatalogDirectory(bundledFolder('catalog'));
  if (path === undefined) {
    const files = bundled();
    return files.ok ? keptOrMade('catalog', files.value, () => loadCatalog(files.value)) : files;
  }
  const own = readCatalogDirectory(path);
  if (!own.ok) return own;
  const catalogFiles = own.value.filter(
    (file) => !isLexiconFile(path, file) && !isGuideFile(path, file) && !isTemplateFile(path, file),
  );
  // Only a catalogue that may extend the bundled one pays for reading it.
  if (!catalogFiles.some(({ text }) => /^extends\s*:/m.test(text))) return loadCatalog(catalogFiles);
  const base = bundled();
  return base.ok ? loadCatalog(catalogFiles, { bundled: base.value }) : base;
};

/** A catalogue's own words for its tasks lie in a folder `lexicon` directly below it. */
export const isLexiconFile = (path: string, file: CatalogFile): boolean =>
  /^lexicon[\\/]/.test(relative(path, file.path));

/** A catalogue's own questions of the guide lie in a folder `guide` directly below it. */
export const isGuideFile = (path: string, file: CatalogFile): boolean => /^guide[\\/]/.test(relative(path, file.path));

/** A catalogue's own templates lie in a folder `templates` directly below it. */
export const isTemplateFile = (path: string, file: CatalogFile): boolean =>
  /^templates[\\/]/.test(relative(path, file.path));
