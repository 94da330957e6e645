import { textColour } from '../../core/scene/looks.ts';
import type { SceneText } from '../../core/scene/scene.ts';
import type { Theme } from '../../core/scene/theme.ts';
import { typeScale } from '../../core/scene/typography.ts';

interface SceneTextsProps {
  readonly texts: readonly SceneText[];
  readonly theme: Theme;
  /** Instead of the colour of each text's tone. */
  readonly fill?: string | undefined;
}

/** Lines of measured text, placed as the scene says. */
export function SceneTexts({ texts, theme, fill }: SceneTextsProps) {
  return texts.map((line) => (
    <text
      key={`${line.x} ${line.y} ${line.text}`}
      x={line.x}
      y={line.y}
      textAnchor={line.anchor}
      fontSize={typeScale[line.style].size}
      fontWeight={typeScale[line.style].weight}
      fill={fill ?? textColour(line.tone, theme)}
    >
      {line.text}
    </text>
  ));
}

/** A line through each text: what is ruled out is told by more than colour. */
export function Strikes({ texts, theme }: SceneTextsProps) {
  return texts.map(({ x, y, width, anchor, style, text }) => {
    const left = anchor === 'start' ? x : x - width * (anchor === 'middle' ? 0.5 : 1);
    const height = y - typeScale[style].size * 0.32;
    return (
      <path
        key={`${x} ${y} ${text}`}
        d={`M${left} ${height}H${left + width}`}
        stroke={theme.danger}
        strokeWidth={1.5}
      />
    );
  });
}
