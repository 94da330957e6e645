import { Button } from 'react-aria-components';
import { type Tone, tones } from '../../../core/diagram/diagram.ts';
import type { Part } from '../../../core/diagram/page.ts';
import type { SetFields } from './fields.ts';

const toneNames: Readonly<Record<Tone, string>> = {
  plain: 'Plain',
  blue: 'Blue',
  green: 'Green',
  amber: 'Amber',
  rose: 'Rose',
};

/** The colour of what is selected, of the few that there are. */
export function ToneField({ parts, set }: { readonly parts: readonly Part[]; readonly set: SetFields }) {
  const shown = new Set(parts.map(({ record }) => record.tone ?? 'plain'));
  return (
    <fieldset className="field">
      <legend className="field__label">Colour</legend>
      <div className="tones">
        {tones.map((tone) => (
          <Button
            key={tone}
            className={`tone tone--${tone}`}
            aria-label={toneNames[tone]}
            aria-pressed={shown.size === 1 && shown.has(tone)}
            onPress={() => set({ tone: tone === 'plain' ? null : tone })}
          />
        ))}
      </div>
    </fieldset>
  );
}
