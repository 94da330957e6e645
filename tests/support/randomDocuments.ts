/** Random documents, made by random edits and by records that no hand would make. */
import fc from 'fast-check';
import { needSchema } from '../../src/core/decision/need.ts';
import { countedIds } from '../../src/core/diagram/ids.ts';
import { apply } from '../../src/core/document/apply.ts';
import type { SketchDocument } from '../../src/core/document/document.ts';
import { commandOf, whims } from './randomCommands.ts';
import { draftedSketch, emptySketch } from './sketches.ts';

const needs = fc.option(
  fc
    .record({
      tasks: fc.array(
        fc.record({ task: fc.constantFrom('translate-text', 'detect-faces'), weight: fc.constant(0.5) }),
        {
          maxLength: 3,
        },
      ),
      text: fc.string({ unit: 'binary', maxLength: 60 }),
      choices: fc.dictionary(fc.constantFrom('translate-text', 'a', 'zz'), fc.constantFrom('translate', 'b')),
    })
    .map((need) => needSchema.parse(need)),
);

/** Documents after up to `most` random edits. Minus nought and the like are gone: no edit lets them in. */
export const documents = (most: number): fc.Arbitrary<SketchDocument> =>
  fc
    .record({
      start: fc.constantFrom(emptySketch, draftedSketch),
      run: fc.nat(most).chain(whims),
      need: needs,
      title: fc.string({ unit: 'binary', maxLength: 30 }),
      template: fc.option(fc.constantFrom('chatbot', 'live-subtitles')),
    })
    .map(({ start, run, need, title, template }) => {
      const ids = countedIds();
      let document: SketchDocument = {
        ...start,
        title,
        ...(need !== null && { need }),
        ...(template !== null && { template }),
      };
      for (const whim of run) {
        const applied = apply(document, commandOf(document, whim), ids);
        if (applied.ok) document = applied.value.document;
      }
      return document;
    });
