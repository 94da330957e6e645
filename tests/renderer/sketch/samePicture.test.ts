import { describe, expect, it, vi } from 'vitest';
import { loadKnowledge, loadTemplatesAt } from '../../../src/cli/dataFiles.ts';
import { drawPage } from '../../../src/cli/drawPage.ts';
import { pictureFont } from '../../../src/cli/fontFiles.ts';
import { loadIcons } from '../../../src/cli/iconFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { partsAtWork } from '../../../src/core/decision/decision.ts';
import { pagesInOrder } from '../../../src/core/document/document.ts';
import { readDocument } from '../../../src/core/document/readDocument.ts';
import { writeDocument } from '../../../src/core/document/writeDocument.ts';
import { bundledElkEngine } from '../../../src/core/layout/bundledElk.ts';
import { renderSvg } from '../../../src/core/render/svg.ts';
import { withLifecycleNotes } from '../../../src/core/scene/lifecycleNotes.ts';
import { templateDocument } from '../../../src/renderer/sketch/templates/templateDocument.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong.');
const { catalog } = knowledge.value;
const loaded = loadTemplatesAt(catalog);
const templates = loaded.ok ? loaded.value : [];
const icons = loadIcons(catalog);
const font = pictureFont('embedded');

/** A template as a file that is opened again. */
async function openedFile(id: string) {
  const template = templates.find((each) => each.id === id);
  if (!template) throw new Error(`There is no template "${id}".`);
  const made = await templateDocument(bundledElkEngine(), catalog, template, 'right');
  if (!made.ok) throw new Error(made.error);
  const opened = readDocument(writeDocument(made.value, 'test'));
  if (!opened.ok) throw new Error(opened.error.message);
  return { document: opened.value.document, need: template.need };
}

describe('the window and the command line', () => {
  it.each([
    ['call-analytics', 'light'],
    ['document-understanding', 'dark'],
  ] as const)('draw a page of the same file byte for byte alike (%s, %s)', async (id, theme) => {
    const { document, need } = await openedFile(id);
    // A window that was opened just now: one that drafted the page still knows where the engine led its edges.
    vi.resetModules();
    const { picturePage } = await import('../../../src/renderer/sketch/pagePicture.ts');
    for (const page of pagesInOrder(document)) {
      const shown = picturePage(page, catalog, theme).scene;
      const noted = withLifecycleNotes(shown, catalog, partsAtWork(decide(catalog, need)));
      const drawn = await drawPage(page, document, catalog, { ending: '.svg', theme, font: 'embedded', scale: 1 });
      if (!drawn.ok) throw new Error(drawn.error);
      expect(drawn.value.content).toBe(renderSvg(noted, { icons, font }));
    }
  });
});
