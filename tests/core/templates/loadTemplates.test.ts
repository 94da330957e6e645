import { describe, expect, it } from 'vitest';
import { loadKnowledge, loadTemplatesAt } from '../../../src/cli/dataFiles.ts';
import type { Catalog } from '../../../src/core/catalog/catalog.ts';
import { checkPage } from '../../../src/core/checks/checkPage.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';
import { diagramOf } from '../../../src/core/diagram/page.ts';
import { draftArchitecture } from '../../../src/core/drafting/draft.ts';
import { loadTemplates } from '../../../src/core/templates/loadTemplates.ts';
import { fillTemplate } from '../../../src/core/templates/templatePage.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong.');
const { catalog, lexicon } = knowledge.value;
const loaded = loadTemplatesAt(catalog);
const templates = loaded.ok ? loaded.value : [];

const filled = (template: (typeof templates)[number]) => {
  const made = fillTemplate(catalog, template, 'page-1');
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
};

describe('the bundled templates', () => {
  it('are sound, and at least ten', () => {
    expect(loaded).toMatchObject({ ok: true });
    expect(templates.length).toBeGreaterThanOrEqual(10);
  });

  it.each(templates.map((template) => [template.id, template] as const))(
    '%s uses only what anybody can start with, and its picture holds nothing grave',
    (_id, template) => {
      const { decision, page } = filled(template);
      const entries = new Map(catalog.entries.map((entry) => [entry.id, entry]));
      const used = [...decision.pipeline, ...Object.values(page.nodes).flatMap(({ entry }) => entry ?? [])];
      expect(used.filter((id) => entries.get(id)?.lifecycle.status !== 'active')).toEqual([]);
      expect(checkPage(catalog, page, decision).filter(({ severity }) => severity !== 'hint')).toEqual([]);
      expect(Object.values(page.nodes).filter(({ role }) => role === 'stage').length).toBeGreaterThan(0);
    },
  );

  it('say in their sentence what they ask for: it reads as their first task or another of theirs', () => {
    const unread = templates.filter(({ need }) => {
      const read = interpret(need.text ?? '', catalog, lexicon).tasks.map(({ task }) => task);
      return !need.tasks.some(({ task }) => read.includes(task));
    });
    expect(unread.map(({ id }) => id)).toEqual([]);
  });

  it('draw no bucket of batch jobs beside a live stream, and one beside recordings', () => {
    const stores = (id: string) => {
      const template = templates.find((each) => each.id === id);
      if (!template) throw new Error(`There is no template ${id}.`);
      return Object.values(filled(template).page.nodes).filter(({ entry }) => entry === 's3').length;
    };
    expect({ live: stores('live-subtitles'), recorded: stores('call-analytics') }).toEqual({ live: 0, recorded: 2 });
  });

  it('have a paragraph and an audience, as sentences', () => {
    for (const { description, audience, title } of templates) {
      expect(description).toMatch(/^\p{Lu}.*\.$/u);
      expect(audience).toMatch(/\.$/);
      expect(title.length).toBeLessThanOrEqual(60);
    }
  });

  it.each(templates.map((template) => [template.id, template] as const))(
    '%s is the draft of its need but for what was done by hand',
    (_, template) => {
      const { byHand: _hand, ...plain } = template;
      const { decision, page } = filled(plain);
      const draft = draftArchitecture(catalog, decision);
      expect(diagramOf(page).nodes.map(({ id }) => id)).toEqual(draft.nodes.map(({ id }) => id));
      expect(page.title).toBe(plain.title);
    },
  );
});

const text = (more: string) => `templates:
  - id: one
    title: One
    description: It does.
    audience: You.
    need: { text: Turn recordings into text, tasks: [transcribe-recordings], have: [audio] }
${more}`;

const mistakes = (yaml: string, known: Catalog = catalog): readonly string[] => {
  const read = loadTemplates([{ path: 'templates.yaml', text: yaml }], known);
  return read.ok ? [] : read.error.map(({ line, field, message }) => `${line}: ${field}: ${message}`);
};

describe('loading templates', () => {
  it('takes one that holds', () => expect(mistakes(text(''))).toEqual([]));

  it('names the line of an unknown task, with the nearest', () => {
    expect(mistakes(text('').replace('[transcribe-recordings]', '[transcribe-recording]'))).toEqual([
      expect.stringMatching(
        /^6: templates\[0\]\.need\.tasks\[0\].*Unknown task "transcribe-recording".*transcribe-recordings/,
      ),
    ]);
  });

  it('names the step by hand that the draft refuses', () => {
    expect(mistakes(text('    byHand:\n      remove: [nobody]\n'))).toEqual([expect.stringMatching(/^8: .*nobody/)]);
  });

  it('refuses two of one id', () => {
    const again = text('').split('\n').slice(1).join('\n');
    expect(mistakes(text('') + again)).toEqual([expect.stringMatching(/There are two templates "one"/)]);
  });

  it('tells when a service that is named by hand is closed one day', () => {
    const closing: Catalog = {
      ...catalog,
      entries: catalog.entries.map((entry) =>
        entry.id === 'lambda' ? { ...entry, lifecycle: { ...entry.lifecycle, status: 'closed-to-new' } } : entry,
      ),
    };
    const yaml = text(`    byHand:
      nodes: [{ id: mine, kind: service, label: Mine, entry: lambda, group: aws-cloud }]
      edges: [{ from: transcribe, to: mine, style: support }]
`);
    expect(mistakes(yaml)).toEqual([]);
    expect(mistakes(yaml, closing)).toEqual([expect.stringMatching(/In the picture of "One": .*Lambda/)]);
  });

  it('leaves out what another catalogue cannot fill, where that is wanted', () => {
    const small: Catalog = { ...catalog, tasks: catalog.tasks.filter(({ id }) => id !== 'transcribe-recordings') };
    const read = loadTemplates([{ path: 'a.yaml', text: text('') }], small, { lenient: true });
    expect(read).toEqual({ ok: true, value: [] });
  });
});
