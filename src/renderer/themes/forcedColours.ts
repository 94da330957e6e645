/**
 * Where the system forces its own colours (Windows' contrast themes, `forced-colors: active`) they take the place of both themes: the
 * style sheets have them as tokens (tokens.css), and what is painted asks here with every painting, because a canvas is left out of
 * what a browser forces. States that colours told apart are told by kind and weight of line, which core/scene/looks.ts gives each.
 */
import type { ThemeName } from '../../core/scene/scene.ts';
import { type Theme, themes } from '../../core/scene/theme.ts';

/** The tokens as system colours, by their keywords (CSS Color Adjustment, level 1). */
export const forcedTheme: Theme = {
  canvas: 'Canvas',
  surface: 'Canvas',
  raised: 'Canvas',
  group: 'Canvas',
  bands: ['Canvas', 'Canvas', 'Canvas', 'Canvas', 'Canvas'],
  bandMarks: ['CanvasText', 'CanvasText', 'CanvasText', 'CanvasText', 'CanvasText'],
  ink: 'CanvasText',
  muted: 'CanvasText',
  dimmed: 'GrayText',
  line: 'CanvasText',
  lineStrong: 'CanvasText',
  lineDimmed: 'GrayText',
  surfaceDimmed: 'Canvas',
  accent: 'Highlight',
  onAccent: 'HighlightText',
  accentInk: 'LinkText',
  accentSoft: 'Canvas',
  accentFaint: 'Canvas',
  accentLine: 'Highlight',
  support: 'LinkText',
  supportInk: 'CanvasText',
  supportSoft: 'Canvas',
  relation: 'GrayText',
  flow: 'CanvasText',
  focus: 'Highlight',
  danger: 'CanvasText',
  dangerInk: 'CanvasText',
  dangerSoft: 'Canvas',
  warning: 'CanvasText',
  warningInk: 'CanvasText',
  warningSoft: 'Canvas',
  success: 'CanvasText',
  successInk: 'CanvasText',
  successSoft: 'Canvas',
  neutralInk: 'CanvasText',
  neutralSoft: 'Canvas',
  toneBlue: 'Canvas',
  toneBlueLine: 'CanvasText',
  toneGreen: 'Canvas',
  toneGreenLine: 'CanvasText',
  toneAmber: 'Canvas',
  toneAmberLine: 'CanvasText',
  toneRose: 'Canvas',
  toneRoseLine: 'CanvasText',
  borderViolet: 'CanvasText',
  borderTeal: 'CanvasText',
};

const keywords = ['Canvas', 'CanvasText', 'GrayText', 'Highlight', 'HighlightText', 'LinkText'] as const;

let query: MediaQueryList | undefined;
/** Absent outside of a page, where nothing is forced: painters are tested there. */
const forcedQuery = (): MediaQueryList | undefined => {
  query ??= globalThis.matchMedia?.('(forced-colors: active)');
  return query;
};

/** Elements of the page that have the keywords as their colours: the system's colours may be changed at any time. */
let probes: readonly HTMLElement[] = [];

function makeProbes(): readonly HTMLElement[] {
  const holder = document.createElement('div');
  holder.hidden = true;
  const made = keywords.map((keyword) => {
    const probe = document.createElement('span');
    probe.style.color = keyword;
    return probe;
  });
  holder.append(...made);
  document.body.append(holder);
  return made;
}

let known: { readonly read: string; readonly theme: Theme } | undefined;

/** The forced theme with its keywords resolved; the same object while they mean the same. */
function resolved(): Theme {
  if (probes.length === 0) probes = makeProbes();
  const values = probes.map((probe) => getComputedStyle(probe).color);
  const read = values.join();
  if (known?.read === read) return known.theme;
  const meant = new Map<unknown, string>(keywords.map((keyword, place) => [keyword, values[place] ?? keyword]));
  const theme: Theme = JSON.parse(JSON.stringify(forcedTheme, (_, value: unknown) => meant.get(value) ?? value));
  known = { read, theme };
  return theme;
}

/** The colours that are painted with: those of a theme, or the system's where it forces them. */
export const shownColours = (theme: ThemeName): Theme => (forcedQuery()?.matches ? resolved() : themes[theme]);

/** Calls the listener when the system forces its colours or lets go of them; returns how to stop. */
export function onForcedColours(listener: () => void): () => void {
  const forced = forcedQuery();
  forced?.addEventListener('change', listener);
  return () => forced?.removeEventListener('change', listener);
}
