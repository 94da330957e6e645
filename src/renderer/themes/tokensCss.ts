/** Writes the themes of the pictures as CSS properties, so that the window and what it exports share their colours. */
import { radius } from '../../core/scene/spacing.ts';
import { type Theme, themes } from '../../core/scene/theme.ts';
import { forcedTheme } from './forcedColours.ts';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

const colours = (theme: Theme): string[] =>
  Object.entries(theme).flatMap(([name, value]: [string, string | readonly string[]]) =>
    typeof value === 'string'
      ? [`  --${kebab(name)}: ${value};`]
      : value.map((colour, position) => `  --${kebab(name)}-${position + 1}: ${colour};`),
  );

const radii = Object.entries(radius).map(([name, value]) => `  --radius-${name}: ${value}px;`);

const shadows = (small: string, large: string): string[] => [
  `  --shadow-small: ${small};`,
  `  --shadow-large: ${large};`,
];

/** The text of tokens.css. */
export const tokensCss = (): string =>
  [
    "/* Written from core/scene by tests/renderer/themes/tokens.test.ts (UPDATE_TOKENS=1): don't edit by hand. */",
    ':root {',
    ...colours(themes.light),
    ...radii,
    ...shadows('0 1px 2px rgb(22 27 38 / 12%)', '0 8px 28px rgb(22 27 38 / 18%), 0 2px 6px rgb(22 27 38 / 8%)'),
    '}',
    "[data-theme='dark'] {",
    ...colours(themes.dark),
    ...shadows('0 1px 2px rgb(0 0 0 / 40%)', '0 8px 28px rgb(0 0 0 / 55%), 0 2px 6px rgb(0 0 0 / 30%)'),
    '}',
    '@media (forced-colors: active) {',
    "  :root,\n  [data-theme='dark'] {",
    ...colours(forcedTheme).map((line) => `  ${line}`),
    '  }',
    '}',
    '',
  ].join('\n');
