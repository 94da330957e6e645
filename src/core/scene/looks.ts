/** How each state, badge and line looks in a theme: one table for the SVG writer and the window's canvas. */
import type { LifecycleStatus } from '../catalog/entry.ts';
import type { Tone } from '../diagram/diagram.ts';
import type { BorderColour } from './boundaries.ts';
import type { SceneEdge, SceneGroup, SceneNode, SceneState, TextTone } from './scene.ts';
import type { Theme } from './theme.ts';

/** How a box is drawn in one state; lengths in px. */
export interface BoxLook {
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  /** As of `stroke-dasharray`; absent: a solid line. */
  readonly dashes?: string;
  /** Of the icon, 0 to 1. */
  readonly iconOpacity: number;
}

/** How a line is drawn in one state; lengths in px. */
export interface LineLook {
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dashes?: string;
}

/** A card or a row. States differ by weight and kind of line too, never by colour alone. */
export function boxLook(state: SceneState, theme: Theme): BoxLook {
  switch (state) {
    case 'recommended':
      return { fill: theme.accentSoft, stroke: theme.accent, strokeWidth: 2.5, iconOpacity: 1 };
    case 'suitable':
      return { fill: theme.accentFaint, stroke: theme.accentLine, strokeWidth: 1.5, iconOpacity: 1 };
    case 'supporting':
      return { fill: theme.supportSoft, stroke: theme.support, strokeWidth: 1.5, dashes: '5 3', iconOpacity: 1 };
    case 'ruled-out':
      return { fill: theme.surfaceDimmed, stroke: theme.lineStrong, strokeWidth: 1, dashes: '2 3', iconOpacity: 0.35 };
    case 'not-relevant':
      return { fill: theme.surfaceDimmed, stroke: theme.lineDimmed, strokeWidth: 1, iconOpacity: 0.35 };
    case 'plain':
      return { fill: theme.surface, stroke: theme.line, strokeWidth: 1, iconOpacity: 1 };
  }
}

/** Ground and border of a colour that a hand gave; undefined where it gave none. */
function toneLook(
  tone: Tone | undefined,
  theme: Theme,
): { readonly fill: string; readonly stroke: string } | undefined {
  switch (tone) {
    case undefined:
    case 'plain':
      return undefined;
    case 'blue':
      return { fill: theme.toneBlue, stroke: theme.toneBlueLine };
    case 'green':
      return { fill: theme.toneGreen, stroke: theme.toneGreenLine };
    case 'amber':
      return { fill: theme.toneAmber, stroke: theme.toneAmberLine };
    case 'rose':
      return { fill: theme.toneRose, stroke: theme.toneRoseLine };
  }
}

/** A node by its state, or in a draft by its part there and the colour that a hand gave it. */
export function nodeLook(node: Pick<SceneNode, 'state' | 'role' | 'tone'>, theme: Theme): BoxLook {
  if (node.state !== 'plain') return boxLook(node.state, theme);
  return { ...partLook(node.role, theme), ...toneLook(node.tone, theme) };
}

function partLook(role: SceneNode['role'], theme: Theme): BoxLook {
  const plain = boxLook('plain', theme);
  if (role === 'stage') return { ...plain, stroke: theme.accent, strokeWidth: 2 };
  if (role === 'supporting') return { ...plain, stroke: theme.lineStrong, dashes: '5 3' };
  return plain;
}

function borderColour(border: BorderColour, theme: Theme): string {
  if (border === 'violet') return theme.borderViolet;
  if (border === 'teal') return theme.borderTeal;
  return toneLook(border, theme)?.stroke ?? theme.lineStrong;
}

/** A group that is no band: a boundary of a draft by its border and its colour, a box of the map by its ground. */
export function groupLook({ outlined, depth, tone, border }: SceneGroup, theme: Theme): Omit<BoxLook, 'iconOpacity'> {
  if (outlined !== true) return { fill: theme.group, stroke: theme.line, strokeWidth: 1 };
  const plain = {
    fill: theme.canvas,
    stroke: border === undefined ? theme.lineStrong : borderColour(border, theme),
    strokeWidth: 1,
  };
  return { ...plain, ...toneLook(tone, theme), ...(depth > 0 ? { dashes: '3 3' } : {}) };
}

/** An edge by its kind and the colour that a hand gave it; a relation of the map by its state too. */
export function lineLook(style: SceneEdge['style'], state: SceneState, theme: Theme, tone?: Tone): LineLook {
  const stroke = toneLook(tone, theme)?.stroke;
  if (style === 'flow') return { stroke: stroke ?? theme.flow, strokeWidth: 1.75 };
  if (style === 'support') return { stroke: stroke ?? theme.lineStrong, strokeWidth: 1.25, dashes: '4 4' };
  if (tone !== undefined) return { stroke: stroke ?? theme.lineStrong, strokeWidth: 1.25 };
  if (state === 'plain') return { stroke: theme.relation, strokeWidth: 1 };
  if (state === 'not-relevant' || state === 'ruled-out') return { stroke: theme.lineDimmed, strokeWidth: 1 };
  return { stroke: theme.accent, strokeWidth: 1.75 };
}

/** Ground of a lifecycle's badge; its text has the tone that the scene gave it. */
export function badgeFill(status: LifecycleStatus, theme: Theme): string {
  switch (status) {
    case 'closed-to-new':
    case 'ending':
      return theme.warningSoft;
    case 'retired':
      return theme.dangerSoft;
    case 'legacy':
    case 'active':
      return theme.neutralSoft;
  }
}

/** The colour of a tone in this theme; ink where a text has none. */
export function textColour(tone: TextTone | undefined, theme: Theme): string {
  switch (tone) {
    case undefined:
    case 'ink':
      return theme.ink;
    case 'muted':
      return theme.muted;
    case 'dimmed':
      return theme.dimmed;
    case 'accent':
      return theme.accentInk;
    case 'support':
      return theme.supportInk;
    case 'onAccent':
      return theme.onAccent;
    case 'danger':
      return theme.dangerInk;
    case 'warning':
      return theme.warningInk;
    case 'neutral':
      return theme.neutralInk;
  }
}
