import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/cli/dataFiles.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog } = knowledge.value;

// The signs of drawings (people, a server) are plain words and no services.
const services = catalog.entries.filter(({ kind, docs }) => kind !== 'part' || docs !== undefined);
const names = new Set(
  services.flatMap(({ id, name, aliases }) => [id, name, ...aliases]).map((name) => name.toLowerCase()),
);

/** Texts of a source file: strings and the fixed parts of templates; comments and the paths of imports are none. */
function textsOf(path: string): { text: string; line: number }[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: { text: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    const named =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
    const key =
      (ts.isPropertyAssignment(node) || ts.isPropertySignature(node)) && ts.isIdentifier(node.name)
        ? node.name
        : undefined;
    const text = named ? node.text : key?.text;
    if (text !== undefined) found.push({ text, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const sources = readdirSync('src/core', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => join('src/core', path));

/** An id that is also a word of SVG: moving a group is no service. */
const markup: ReadonlySet<string> = new Set(['src/core/render/svg.ts translate']);

const mentions = (text: string): string[] => {
  const padded = ` ${text.toLowerCase().replace(/[^a-z0-9-]+/g, ' ')} `;
  return [...names].filter((name) => padded.includes(` ${name.replace(/[^a-z0-9-]+/g, ' ')} `));
};

describe('no service is named in code', () => {
  it('finds an id in a text, and a name among words', () => {
    expect(mentions('rekognition')).toContain('rekognition');
    expect(mentions('Use Amazon Lex for it.')).toContain('amazon lex');
    expect(mentions('Use a bot for it.')).toEqual([]);
  });

  it('reads the core and the catalogue', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(names.size).toBeGreaterThan(200);
  });

  it('no text in the core holds the id or the name of an entry', () => {
    const found = sources.flatMap((path) =>
      textsOf(path).flatMap(({ text, line }) =>
        mentions(text)
          .filter((name) => !markup.has(`${path} ${name}`))
          .map((name) => `${path}:${line}: "${name}" in "${text}"`),
      ),
    );
    expect(found).toEqual([]);
  });
});
