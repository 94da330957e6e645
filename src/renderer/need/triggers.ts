/** Which slices of the sentence gave something, cut so that they follow one another without overlap. */
import type { Need, Trigger } from '../../core/decision/need.ts';

/** What words of the sentence gave: a task, an entry by its name, something else that was understood, or a denial. */
export type TriggerKind = 'task' | 'named' | 'reading' | 'denied';

/** A piece of the sentence, all of whose words gave the same. */
export interface TextPart {
  readonly text: string;
  /** Absent: words that gave nothing. */
  readonly kind?: TriggerKind;
  /** Where it starts in the sentence. */
  readonly start: number;
}

interface Mark extends Pick<Trigger, 'start' | 'end'> {
  readonly kind: TriggerKind;
}

const marksOf = (need: Need): Mark[] => {
  const mark = (kind: TriggerKind, triggers: readonly Trigger[]): Mark[] =>
    triggers.map(({ start, end }) => ({ start, end, kind }));
  return [
    ...need.tasks.flatMap((task) => mark('task', task.triggers)),
    ...need.named.flatMap((named) => mark('named', named.triggers)),
    ...need.readings.flatMap((reading) => mark(reading.negated ? 'denied' : 'reading', reading.triggers)),
  ];
};

/** The sentence in parts. Where marks overlap, the one that starts first wins, and of those the earlier kind. */
export function textParts(text: string, need: Need): TextPart[] {
  const marks = marksOf(need)
    .filter(({ start, end }) => start >= 0 && end <= text.length && start < end)
    .sort((left, right) => left.start - right.start);
  const parts: TextPart[] = [];
  let end = 0;
  for (const mark of marks) {
    const start = Math.max(mark.start, end);
    if (start >= mark.end) continue;
    if (start > end) parts.push({ text: text.slice(end, start), start: end });
    parts.push({ text: text.slice(start, mark.end), kind: mark.kind, start });
    end = mark.end;
  }
  if (end < text.length) parts.push({ text: text.slice(end), start: end });
  return parts;
}

/** Letters of the words that are quoted. */
const longestQuote = 32;

/** The words that gave a thing most, as they stand in the sentence: the longest run of them, and one more where there is room. */
export function wordsOf(triggers: readonly Trigger[]): string {
  const [first, second] = triggers.toSorted((left, right) => right.words.length - left.words.length);
  if (!first) return '';
  const both = second !== undefined && first.words.length + second.words.length <= longestQuote;
  return (both ? [first, second] : [first])
    .toSorted((left, right) => left.start - right.start)
    .map(({ words }) => words)
    .join(' … ');
}
