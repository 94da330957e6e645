import { describe, expect, it } from 'vitest';
import { loadKnowledge, loadTemplatesAt } from '../../../../src/cli/dataFiles.ts';
import { indexCatalog } from '../../../../src/core/catalog/lookup.ts';
import { interpret } from '../../../../src/core/decision/interpret.ts';
import { bundledElkEngine } from '../../../../src/core/layout/bundledElk.ts';
import { templateSearch } from '../../../../src/renderer/sketch/templates/findTemplates.ts';
import { markedWords } from '../../../../src/renderer/sketch/templates/markedWords.ts';
import { templateDocument } from '../../../../src/renderer/sketch/templates/templateDocument.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong.');
const { catalog, lexicon } = knowledge.value;
const loaded = loadTemplatesAt(catalog);
const templates = loaded.ok ? loaded.value : [];
const calls = templates.find(({ id }) => id === 'call-analytics');
if (!calls) throw new Error('There is no template "call-analytics".');

describe('finding templates', () => {
  const search = templateSearch(indexCatalog(catalog), templates);
  it('gives all where nothing is searched for', () => expect(search(' ')).toEqual(templates));
  it('finds by a service in it', () => {
    expect(search('Textract')[0]?.id).toBe('document-understanding');
  });
  it('finds by what it does', () => expect(search('invoic')[0]?.id).toBe('document-understanding'));
});

describe('the document of a template', () => {
  it('knows the template, the need and the decision, and everything in it has a place', async () => {
    const made = await templateDocument(bundledElkEngine(), catalog, calls, 'right');
    if (!made.ok) throw new Error(made.error);
    const { title, template, need, decision, pages } = made.value.thing;
    expect({ title, template }).toEqual({ title: calls.title, template: 'call-analytics' });
    expect(need).toEqual(calls.need);
    expect(decision?.chosen.length).toBeGreaterThan(1);
    const nodes = Object.values(pages['page-1']?.nodes ?? {});
    expect(nodes.filter(({ position }) => position === undefined)).toEqual([]);
  });

  it('marks the words of its sentence that say so, and asks for nothing else', () => {
    const marked = markedWords(calls.need, interpret(calls.need.text ?? '', catalog, lexicon));
    expect(marked.tasks.map(({ task }) => task)).toEqual(calls.need.tasks.map(({ task }) => task));
    expect(marked.tasks.every(({ triggers }) => triggers.length > 0)).toBe(true);
  });
});
