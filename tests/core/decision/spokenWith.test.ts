/** Sentences of people who want to talk with a machine, or have it write and draw at once. */
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog, lexicon } = knowledge.value;
const tasksOf = (text: string): string[] => interpret(text, catalog, lexicon).tasks.map(({ task }) => task);

describe('sentences about talking with people', () => {
  it.each(['Talk with customers by natural voice in real time', 'an AI that talks with our callers naturally'])(
    'ask for a dialogue and not for texts read aloud: %s',
    (text) => expect(tasksOf(text)).toEqual(['converse-by-speech']),
  );

  it('ask for texts read aloud where nobody is talked with', () => {
    expect(tasksOf('natural-sounding voice for our audiobooks')).toEqual(['speak-text']);
  });

  it.each(['a chatbot on our PDF manuals', 'a voice bot with our FAQ', 'a bot for our Slack that knows our wiki'])(
    'ask for answers from documents where the bot has some: %s',
    (text) => expect(tasksOf(text)).toContain('answer-from-documents'),
  );
});

describe('sentences about words and pictures', () => {
  it.each([
    'Generate product images and descriptions for our catalogue',
    'Write product descriptions and pictures for our shop',
  ])('ask for both: %s', (text) => {
    expect(tasksOf(text)).toEqual(expect.arrayContaining(['generate-text', 'generate-images']));
  });

  it('ask for none where both are there already', () => {
    expect(tasksOf('Our archive of pictures and descriptions must be searched')).not.toContain('generate-text');
  });
});
