import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../src/core/decision/decision.ts';
import { throughAskers } from '../../../src/core/drafting/askers.ts';

const flow = (from: string, to: string, data = 'text'): Flow => ({ from, to, data, label: data });
/** The bot is talked with by messages, the library is asked questions, the reader of aloud only delivers. */
const talks = {
  sent: (stage: string, kind: string) =>
    stage !== 'bot'
      ? undefined
      : { message: { sends: 'messages', gets: 'replies' }, voice: { sends: 'speech', gets: 'spoken replies' } }[kind],
  asked: ({ from }: Flow) => (from === 'library' ? 'questions' : undefined),
  answer: ({ label }: Flow) => label,
};
const led = (flows: readonly Flow[]): string[] =>
  throughAskers(flows, talks).map(
    ({ from, to, label, asked }) => `${from} ${asked === undefined ? '->' : `<${asked}>`} ${to}: ${label}`,
  );

describe('throughAskers', () => {
  it('answers the one who asks, on one line', () => {
    expect(led([flow('input', 'bot', 'message'), flow('bot', 'output', 'intent')])).toEqual([
      'output <messages> bot: replies',
    ]);
  });

  it('has one line for all that is said', () => {
    expect(
      led([flow('input', 'bot', 'message'), flow('input', 'bot', 'voice'), flow('bot', 'output', 'intent')]),
    ).toEqual(['output <messages, speech> bot: replies, spoken replies']);
  });

  it('brings what another stage answers back through the one that is talked with', () => {
    expect(
      led([flow('input', 'bot', 'message'), flow('bot', 'library'), flow('library', 'output', 'answers')]),
    ).toEqual(['output <messages> bot: answers', 'bot <questions> library: answers']);
  });

  it('leaves what only delivers to deliver, to the same one that asks', () => {
    expect(led([flow('input', 'bot', 'message'), flow('bot', 'aloud'), flow('aloud', 'output', 'speech')])).toEqual([
      'output -> bot: messages',
      'bot -> aloud: text',
      'aloud -> output: speech',
    ]);
  });

  it('asks nothing a second time where the question came from afar', () => {
    expect(
      led([
        flow('input', 'bot', 'message'),
        flow('bot', 'interpreter'),
        flow('interpreter', 'library'),
        flow('library', 'output', 'answers'),
      ]),
    ).toContain('library -> output: answers');
  });

  it('leaves data that nobody says where it is', () => {
    expect(
      led([flow('input', 'bot', 'files'), flow('input', 'library', 'files'), flow('library', 'output', 'answers')]),
    ).toEqual(['input -> bot: files', 'input -> library: files', 'library <questions> output: answers']);
  });
});
