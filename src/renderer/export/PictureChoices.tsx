import { Switch } from 'react-aria-components';
import { Segmented } from '../widgets/Segmented.tsx';
import { Row } from './ExportRow.tsx';
import type { ExportOptions } from './makePicture.ts';

/** What can be chosen of a picture, but for which one it is. */
export interface Choices extends Omit<ExportOptions, 'content'> {
  /** With title and legend. */
  readonly framed: boolean;
  readonly extent: 'all' | 'selection';
}

const formats = [
  { value: 'svg', label: 'SVG' },
  { value: 'png', label: 'PNG' },
] as const;
const themeChoices = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;
const scales = [
  { value: '1', label: '1×' },
  { value: '2', label: '2×' },
  { value: '3', label: '3×' },
  { value: '4', label: '4×' },
] as const;
const extents = [
  { value: 'all', label: 'All of it' },
  { value: 'selection', label: 'What is selected' },
] as const;
const texts = [
  { value: 'embedded', label: 'Text, font embedded' },
  { value: 'outlined', label: 'Shapes' },
] as const;

interface PictureChoicesProps {
  readonly choices: Choices;
  readonly onChange: (part: Partial<Choices>) => void;
  /** Something is selected that could be exported alone. */
  readonly selectable: boolean;
}

/** The choices, one below the other. */
export function PictureChoices({ choices, onChange, selectable }: PictureChoicesProps) {
  return (
    <>
      {selectable ? (
        <Row label="Part">
          <Segmented
            label="Part"
            choices={extents}
            value={choices.extent}
            onChange={(extent) => onChange({ extent })}
          />
        </Row>
      ) : null}
      <Row label="Format">
        <Segmented
          label="Format"
          choices={formats}
          value={choices.format}
          onChange={(format) => onChange({ format })}
        />
      </Row>
      <Row label="Theme">
        <Segmented
          label="Theme"
          choices={themeChoices}
          value={choices.theme}
          onChange={(name) => onChange({ theme: name })}
        />
      </Row>
      {choices.format === 'png' ? (
        <Row label="Scale">
          <Segmented
            label="Scale"
            choices={scales}
            value={String(choices.scale) as '1'}
            onChange={(scale) => onChange({ scale: Number(scale) })}
          />
        </Row>
      ) : (
        <Row
          label="Text"
          note={
            choices.text === 'embedded'
              ? 'Stays text: can be searched and edited. Browsers draw it exactly; other programs may use another font.'
              : 'Becomes shapes: looks the same in every program, but is no longer text.'
          }
        >
          <Segmented label="Text" choices={texts} value={choices.text} onChange={(kind) => onChange({ text: kind })} />
        </Row>
      )}
      {choices.extent === 'selection' ? null : (
        <Switch className="switch" isSelected={choices.framed} onChange={(framed) => onChange({ framed })}>
          <span className="switch__track">
            <span className="switch__knob" />
          </span>
          <span>Title and legend</span>
        </Switch>
      )}
      <Switch className="switch" isSelected={choices.transparent} onChange={(on) => onChange({ transparent: on })}>
        <span className="switch__track">
          <span className="switch__knob" />
        </span>
        <span>Transparent ground</span>
      </Switch>
    </>
  );
}
