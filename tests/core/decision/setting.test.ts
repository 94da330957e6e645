import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { read } from '../../../src/core/decision/reading.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { lexicon } = knowledge.value;
const settingOf = (text: string): string => {
  const { words, setting } = read(text, lexicon);
  return words.flatMap(({ form }, place) => (setting.has(place) ? [form] : [])).join(' ');
};

describe('the setting of a text', () => {
  it.each([
    ['Game studio: voice chat must be checked', 'game studio'],
    ['We already have a chatbot. Now read invoices', 'we already have a chatbot'],
    ['We already have a chatbot and want to read invoices', 'we already have a chatbot'],
    ['We make bathroom fittings. Tell part numbers apart', 'we make bathroom fittings'],
    ['There is a video wall, ignore those. Find spikes', 'there is a video wall ignore those'],
  ])('in "%s" is "%s"', (text, setting) => {
    expect(settingOf(text)).toBe(setting);
  });

  it.each(['Discharge summaries: find the dosage', 'Find faces in photos', 'It already exists'])(
    'is nothing in "%s", or all there is',
    (text) => {
      expect(settingOf(text)).toBe('');
    },
  );
});
