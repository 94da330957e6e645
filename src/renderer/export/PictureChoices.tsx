import { Input, Label, TextField } from 'react-aria-components';
import type { ThemeName } from '../../core/scene/scene.ts';
import type { PictureLook } from '../state/pictureLook.ts';
import { Segmented } from '../widgets/Segmented.tsx';
import { Toggle } from '../widgets/Toggle.tsx';
import { formatNames } from './copiedWords.ts';
import { Row } from './ExportRow.tsx';

const formats = (['svg', 'png', 'drawio'] as const).map((value) => ({ value, label: formatNames[value] }));
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
const texts = [
  { value: 'embedded', label: 'Text, font embedded' },
  { value: 'outlined', label: 'Shapes' },
] as const;

/** The words around a picture, and the title that it is to have. */
interface Words {
  readonly title: string;
  readonly onTitle: (title: string) => void;
}

interface PictureChoicesProps {
  readonly look: PictureLook;
  readonly theme: ThemeName;
  readonly onChange: (part: Partial<PictureLook>) => void;
  /** The parts can be taken over into draw.io. */
  readonly hasParts: boolean;
  /** Absent: a part of a picture, which has no words around it. */
  readonly words: Words | undefined;
}

/** How the picture is to look, one choice below the other. */
export function PictureChoices({ look, theme, onChange, hasParts, words }: PictureChoicesProps) {
  return (
    <>
      <Row
        label="Format"
        {...(look.format === 'drawio'
          ? { note: 'Parts, boundaries and lines stand where they stand here, and can be edited there one by one.' }
          : {})}
      >
        <Segmented
          label="Format"
          choices={formats.filter(({ value }) => hasParts || value !== 'drawio')}
          value={look.format}
          onChange={(format) => onChange({ format })}
        />
      </Row>
      {look.format === 'drawio' ? null : <PictureLookChoices {...{ look, theme, onChange, words }} />}
    </>
  );
}

/** How what is drawn is to look. */
function PictureLookChoices({ look, theme, onChange, words }: Omit<PictureChoicesProps, 'hasParts'>) {
  return (
    <>
      {look.format === 'png' ? (
        <Row label="Scale">
          <Segmented
            label="Scale"
            choices={scales}
            value={String(look.scale) as '1'}
            onChange={(scale) => onChange({ scale: Number(scale) })}
          />
        </Row>
      ) : (
        <Row
          label="Text"
          note={
            look.text === 'embedded'
              ? 'Can be searched and edited; other programs than browsers may use another font.'
              : 'Looks the same in every program, but is no longer text.'
          }
        >
          <Segmented label="Text" choices={texts} value={look.text} onChange={(text) => onChange({ text })} />
        </Row>
      )}
      <Row label="Theme">
        <Segmented
          label="Theme"
          choices={themeChoices}
          value={theme}
          onChange={(chosen) => onChange({ theme: chosen })}
        />
      </Row>
      <fieldset className="export-words">
        <legend className="section-label">Show</legend>
        {words ? (
          <>
            <Toggle label="Title" isSelected={look.title} onChange={(title) => onChange({ title })} />
            <Toggle label="Subtitle" isSelected={look.subtitle} onChange={(subtitle) => onChange({ subtitle })} />
            <Toggle label="Legend" isSelected={look.legend} onChange={(legend) => onChange({ legend })} />
          </>
        ) : null}
        <Toggle
          label="Background"
          isSelected={!look.transparent}
          onChange={(filled) => onChange({ transparent: !filled })}
        />
        {words && look.title ? (
          <TextField className="field export-words__title" value={words.title} onChange={words.onTitle}>
            <Label className="field__label">Title of the picture</Label>
            <Input className="field__input" maxLength={300} />
          </TextField>
        ) : null}
      </fieldset>
    </>
  );
}
