import { memo } from 'react';
import { Button, Label, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import type { Criterion } from '../../core/catalog/vocabulary.ts';
import { useServices, useWindow } from '../app/services.ts';
import { setPreference } from '../state/needEdits.ts';
import './PreferenceSliders.css';

/** The weight that a criterion has while nothing is said (core/decision/need.ts). */
const unsaid = 0.5;

const wordOf = (weight: number): string => {
  if (weight === 0) return 'Does not matter';
  if (weight < 0.4) return 'Matters little';
  if (weight <= 0.6) return 'Matters';
  return weight < 0.9 ? 'Matters a lot' : 'Matters most';
};

const PreferenceSlider = memo(function PreferenceSlider({ criterion }: { readonly criterion: Criterion }) {
  const said = useWindow((state) => state.need.preferences[criterion.id]);
  const editNeed = useWindow((state) => state.editNeed);
  const weight = said ?? unsaid;
  const set = (next: number | undefined) => editNeed((need) => setPreference(need, criterion.id, next));
  return (
    <div className="preference" title={criterion.question}>
      <Slider
        value={weight}
        minValue={0}
        maxValue={1}
        step={0.1}
        onChange={(next) => set(next as number)}
        className="slider"
      >
        <div className="slider__head">
          <Label className="slider__label">{criterion.name}</Label>
          <span className={`slider__word ${said === undefined ? '' : 'slider__word--said'}`}>{wordOf(weight)}</span>
        </div>
        <SliderTrack className="slider__track">
          <div
            className="slider__fill"
            style={{ width: `calc(${weight * 100}% + 8px)` }}
            data-said={said !== undefined || undefined}
          />
          <SliderThumb className="slider__thumb" />
        </SliderTrack>
        <div className="slider__ends">
          <span>{criterion.low}</span>
          <span>{criterion.high}</span>
        </div>
      </Slider>
      {said === undefined ? null : (
        <Button
          className="link preference__reset"
          aria-label={`Set ${criterion.name} back to the middle`}
          onPress={() => set(undefined)}
        >
          Reset
        </Button>
      )}
    </div>
  );
});

/** What ranks: how much each criterion weighs. */
export const PreferenceSliders = memo(function PreferenceSliders() {
  const { catalog } = useServices();
  return (
    <div className="preferences">
      {catalog.criteria.map((criterion) => (
        <PreferenceSlider key={criterion.id} criterion={criterion} />
      ))}
    </div>
  );
});
