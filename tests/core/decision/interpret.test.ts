import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';
import { smallCatalog, smallLexicon } from '../../fixtures/smallCatalog.ts';
import { processorTime } from '../../support/processorTime';

const small = smallCatalog();
const lexicon = smallLexicon(small);
const read = (text: string) => interpret(text, small, lexicon);
const tasksOf = (text: string): string[] => read(text).tasks.map(({ task }) => task);

describe('interpret', () => {
  it('gives tasks with the words that gave them', () => {
    const text = 'The Mood of each tape';
    const { tasks, have } = read(text);
    const mood = tasks.find(({ task }) => task === 'feel-mood');
    expect(mood?.triggers[0]).toEqual({ start: 4, end: 8, words: 'Mood' });
    expect(have).toEqual(['sound']);
  });

  it('adds up what concepts mean together', () => {
    expect(tasksOf('mood of recordings').sort()).toEqual(['feel-mood', 'write-down']);
  });

  it.each([
    'no mood, only in English',
    'in English; mood is irrelevant',
    'translate it but not the mood',
    'Translated, without any mood please',
  ])('minds the denial in "%s"', (text) => {
    expect(tasksOf(text)).toEqual(['put-in-english']);
  });

  it.each(['not only the mood', 'no tape, but the mood', 'No. The mood!'])(
    'sees no denial of the mood in "%s"',
    (text) => {
      expect(tasksOf(text)).toContain('feel-mood');
    },
  );

  it('turns a denied concept into what its denial means', () => {
    expect(read('mood without training data').constraints).toEqual({ trainingData: 'none' });
    expect(read('mood, with training data').constraints).toEqual({});
  });

  it('opens contractions and typographic apostrophes', () => {
    expect(tasksOf("Don't do the mood, translate")).toEqual(['put-in-english']);
    expect(tasksOf('Don’t do the mood, translate')).toEqual(['put-in-english']);
  });

  it('keeps the strongest of rival readings', () => {
    expect(tasksOf('what the mood is about')).toEqual(['feel-mood']);
  });

  it('tells data at hand from data wanted', () => {
    expect(read('we have a picture, mood').have).toEqual(['paper']);
    expect(read('mood to a picture').want).toEqual(['paper']);
  });

  it('tells a service that is named from one that is gone', () => {
    expect(read('use Mind for the mood').named).toMatchObject([{ entry: 'mind', stance: 'use' }]);
    expect(read('Mind is gone, mood?').named).toMatchObject([{ entry: 'mind', stance: 'replace' }]);
    expect(read('the old iron').named).toMatchObject([{ entry: 'old-iron', stance: 'replace' }]);
    expect(decide(small, read('the old iron is gone')).recommendations[0]?.id).toBe('new-iron');
  });

  it('falls back on the words of tasks where no phrase is known', () => {
    expect(tasksOf('scanned pages')).toEqual(['read-paper']);
  });

  it('says which concept was read from which words', () => {
    expect(read('no mood').readings).toEqual([
      { concept: 'mood', negated: true, triggers: [{ start: 3, end: 7, words: 'mood' }] },
    ]);
  });

  it('lets go of a constraint that would leave nothing', () => {
    expect(read('mood without training data').constraints.trainingData).toBe('none');
  });

  it('asks for nothing where nothing is said', () => {
    for (const text of ['', '   ', '?!', '🙂', 'qwertz']) expect(read(text).tasks).toEqual([]);
  });
});

describe('interpret, whatever is typed', () => {
  const knowledge = loadKnowledge();
  if (!knowledge.ok) throw new Error('The bundled data is wrong');
  const { catalog, lexicon: bundled } = knowledge.value;

  it('never throws, and every trigger is an exact slice', () => {
    const words = bundled.concepts.flatMap(({ phrases }) => phrases).slice(0, 400);
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 6 })))
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, (sentence) => {
        const need = interpret(sentence, catalog, bundled);
        const triggers = [...need.tasks, ...need.named, ...need.readings].flatMap((each) => each.triggers);
        for (const { start, end, words: slice } of triggers) {
          expect(end).toBeGreaterThan(start);
          expect(sentence.slice(start, end)).toBe(slice);
        }
        expect(decide(catalog, need).verdicts).toHaveLength(catalog.entries.length);
      }),
      { numRuns: 300 },
    );
  });

  it('reads a sentence of five megabytes in a moment', () => {
    const elapsed = processorTime();
    interpret('we want the mood of recorded calls and no servers '.repeat(100_000), catalog, bundled);
    expect(elapsed()).toBeLessThan(3000);
  });

  it('chains speech, language and mood', () => {
    const text = 'We record support calls in Spanish and want to know in English what people complain about';
    expect(decide(catalog, interpret(text, catalog, bundled)).pipeline).toEqual([
      'transcribe',
      'translate',
      'comprehend',
    ]);
  });
});

describe('interpret, with what is shipped', () => {
  const knowledge = loadKnowledge();
  if (!knowledge.ok) throw new Error('The bundled data is wrong');
  const shipped = knowledge.value;
  const shippedTasks = (text: string): string[] =>
    interpret(text, shipped.catalog, shipped.lexicon).tasks.map(({ task }) => task);

  it.each([
    ['user videos: no nudity', 'moderate-images'],
    ['hate speech in our recordings', 'moderate-audio'],
    ['scan of a register -> text -> Spanish', 'translate-text'],
    ['voice mails in Turkish, English summary', 'transcribe-recordings'],
    ['label photos with people, train, tune, host it', 'train-models'],
  ])('%j asks among others for %s', (text, task) => {
    expect(shippedTasks(text)).toContain(task);
  });

  it('hears a wish to pre-train as no lack of data', () => {
    const { constraints } = interpret('Pre-train our own LLM', shipped.catalog, shipped.lexicon);
    expect(constraints.trainingData).toBeUndefined();
  });
});
