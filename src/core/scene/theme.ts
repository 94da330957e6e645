/**
 * Named colours of both themes. The SVG writer puts them into attributes and the window turns them into CSS
 * properties, so that a picture looks the same in both. Text meets WCAG 2.2 AA on each ground that it stands on (4.5 to 1), what
 * steps back too, and lines that carry meaning reach 3 to 1; `theme.test.ts` computes it.
 */
import type { ThemeName } from './scene.ts';

/** Colours by what they mean, as `#rrggbb`; the window's CSS has the same ones as tokens. */
export interface Theme {
  /** Behind everything. */
  readonly canvas: string;
  /** Panels, cards. */
  readonly surface: string;
  /** Menus, dialogs, hovered rows. */
  readonly raised: string;
  /** Boxes of groups on a band. */
  readonly group: string;
  /** Bands of the stack, top to bottom; used again from the first where there are more. */
  readonly bands: readonly string[];
  /** The colour that marks a band: its edge bar. */
  readonly bandMarks: readonly string[];
  /** Text. */
  readonly ink: string;
  /** Second lines, captions. */
  readonly muted: string;
  /** Text of what is not relevant or ruled out. */
  readonly dimmed: string;
  /** Hairlines and card borders: they part what its words and its place tell apart already. */
  readonly line: string;
  /** Borders of controls, and lines that carry meaning (3 to 1). */
  readonly lineStrong: string;
  /** Border and ground of a card that is dimmed. */
  readonly lineDimmed: string;
  readonly surfaceDimmed: string;
  /** The one accent: what is recommended, selected, primary. */
  readonly accent: string;
  /** Text on `accent`. */
  readonly onAccent: string;
  /** Accent as text on `surface` and on `accentSoft`. */
  readonly accentInk: string;
  /** Ground of what is recommended or selected. */
  readonly accentSoft: string;
  /** Ground and border of what is suitable. */
  readonly accentFaint: string;
  readonly accentLine: string;
  /** Border of what supports. */
  readonly support: string;
  readonly supportInk: string;
  readonly supportSoft: string;
  /** Edges of the map that connect nothing lit: what they say, pointing at a node says in `accent`, and the result in words. */
  readonly relation: string;
  /** Edges of a draft. */
  readonly flow: string;
  /** Ring around what has the keyboard's focus. */
  readonly focus: string;
  readonly danger: string;
  readonly dangerInk: string;
  readonly dangerSoft: string;
  readonly warning: string;
  readonly warningInk: string;
  readonly warningSoft: string;
  readonly success: string;
  readonly successInk: string;
  readonly successSoft: string;
  readonly neutralInk: string;
  readonly neutralSoft: string;
  /** The designed set that a hand may give to what it draws: ground, and border (3 to 1 on the canvas). */
  readonly toneBlue: string;
  readonly toneBlueLine: string;
  readonly toneGreen: string;
  readonly toneGreenLine: string;
  readonly toneAmber: string;
  readonly toneAmberLine: string;
  readonly toneRose: string;
  readonly toneRoseLine: string;
  /** Borders of boundaries that AWS draws in violet and in teal (3 to 1 on the canvas). */
  readonly borderViolet: string;
  readonly borderTeal: string;
}

const light: Theme = {
  canvas: '#ffffff',
  surface: '#ffffff',
  raised: '#f4f6fa',
  group: '#ffffff',
  bands: ['#eef4f5', '#f0f2fa', '#f8f3ee', '#f5f0f7', '#f1f3f5'],
  bandMarks: ['#0f8a7a', '#4d5fd6', '#c26a1b', '#8d4fa8', '#66717f'],
  ink: '#161b26',
  muted: '#4f5a6b',
  dimmed: '#606a78',
  line: '#d5dae3',
  lineStrong: '#7c8698',
  lineDimmed: '#e3e7ed',
  surfaceDimmed: '#fafbfc',
  accent: '#3344d6',
  onAccent: '#ffffff',
  accentInk: '#2a38b8',
  accentSoft: '#e3e7ff',
  accentFaint: '#f3f5ff',
  accentLine: '#6f7ce6',
  support: '#0f8a7a',
  supportInk: '#0a6a5e',
  supportSoft: '#f0faf8',
  relation: '#cdd3de',
  flow: '#4f5a6b',
  focus: '#3344d6',
  danger: '#c22f3b',
  dangerInk: '#a3222d',
  dangerSoft: '#fdeaec',
  warning: '#b26a00',
  warningInk: '#7d4a00',
  warningSoft: '#fdf1dc',
  success: '#1a7f4e',
  successInk: '#14653e',
  successSoft: '#e4f6ec',
  neutralInk: '#465061',
  neutralSoft: '#e8ebf0',
  toneBlue: '#e8f0fe',
  toneBlueLine: '#3f6fd1',
  toneGreen: '#e6f5ea',
  toneGreenLine: '#2f8a57',
  toneAmber: '#fdf3d6',
  toneAmberLine: '#a8741a',
  toneRose: '#fde9ee',
  toneRoseLine: '#c2486a',
  borderViolet: '#7c4ddb',
  borderTeal: '#0c8184',
};

const dark: Theme = {
  canvas: '#0f131a',
  surface: '#1d232e',
  raised: '#262d3a',
  group: '#171c25',
  bands: ['#12211f', '#161b2e', '#231c15', '#20182a', '#1a1f27'],
  bandMarks: ['#35b8a5', '#8794f5', '#e0964e', '#bd86d6', '#8f9aaa'],
  ink: '#eef1f6',
  muted: '#aab4c3',
  dimmed: '#98a2b1',
  line: '#363f4d',
  lineStrong: '#8390a3',
  lineDimmed: '#272e39',
  surfaceDimmed: '#191e27',
  accent: '#8794ff',
  onAccent: '#0d1124',
  accentInk: '#b3bcff',
  accentSoft: '#2b3270',
  accentFaint: '#1f2540',
  accentLine: '#707de2',
  support: '#35b8a5',
  supportInk: '#7fdccd',
  supportSoft: '#16302d',
  relation: '#3a4351',
  flow: '#aab4c3',
  focus: '#b3bcff',
  danger: '#ef6670',
  dangerInk: '#ffa6ac',
  dangerSoft: '#43191e',
  warning: '#e0a13a',
  warningInk: '#f7cd85',
  warningSoft: '#3d2c0e',
  success: '#4cc585',
  successInk: '#8be3b2',
  successSoft: '#133322',
  neutralInk: '#c6cedb',
  neutralSoft: '#2f3744',
  toneBlue: '#17264a',
  toneBlueLine: '#6d9bf5',
  toneGreen: '#14301f',
  toneGreenLine: '#4cb07a',
  toneAmber: '#3a2d0f',
  toneAmberLine: '#d0a03f',
  toneRose: '#3d1a26',
  toneRoseLine: '#e0748f',
  borderViolet: '#a686f5',
  borderTeal: '#35b5b5',
};

/** Both themes by name. */
export const themes: Readonly<Record<ThemeName, Theme>> = { light, dark };
