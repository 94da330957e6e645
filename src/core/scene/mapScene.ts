/** The stack map as a picture: the laid-out plan, lit by a decision if there is one. */
import type { Point, Rectangle } from '../base/geometry.ts';
import type { LifecycleStatus } from '../catalog/entry.ts';
import type { Decision } from '../decision/decision.ts';
import type { Layout } from '../layout/layout.ts';
import { breakLines, fitLine } from '../text/breakLines.ts';
import { badgeHeight, badgeWidth, lifecycleBadge, rankBadge } from './badge.ts';
import { mapLegend } from './legend.ts';
import { type Card, type CardRow, card, type MapPlan, type PlannedRelation, restingRelations } from './mapPlan.ts';
import { placeLine, placeLines } from './placeText.ts';
import type {
  Scene,
  SceneEdge,
  SceneGroup,
  SceneNode,
  SceneRow,
  SceneState,
  SceneText,
  TextTone,
  ThemeName,
} from './scene.ts';
import { spacing } from './spacing.ts';
import { typeScale } from './typography.ts';
import { lifecycleSentences, stateWords } from './words.ts';

/** Room above the bands for the title, the need and the date, px. */
const headerHeight = 84;

interface Light {
  readonly state: (entry: string) => SceneState;
  readonly rank: (entry: string) => number | undefined;
}

/** Draws the plan at the places of the layout. The same plan and layout give the same places for every decision. */
export function mapScene(
  plan: MapPlan,
  layout: Layout,
  { decision, theme }: { readonly decision?: Decision | undefined; readonly theme: ThemeName },
): Scene {
  const light = lightOf(decision);
  const origin: Point = { x: spacing.margin, y: spacing.margin + headerHeight };
  const width = layout.width + 2 * spacing.margin;
  const legendAt = { x: spacing.margin, y: origin.y + layout.height + spacing.huge };
  // The room for a legend is that of the fullest one, so that a decision does not change the picture's size.
  const fullest = mapLegend(legendAt, plan.statuses, true, layout.width);
  const bottom = Math.max(...fullest.map(({ y, height }) => y + height));
  return {
    theme,
    title: plan.title,
    width,
    height: bottom + spacing.vast,
    texts: headerTexts(plan, decision, width),
    groups: mapGroups(plan, layout, origin),
    edges: plan.relations.flatMap((relation) => mapEdge(relation, layout, origin, decision && light)),
    nodes: plan.cards.flatMap((planned) => {
      const box = layout.nodes[planned.entry];
      return box === undefined ? [] : [mapNode(planned, moved(box, origin), light)];
    }),
    legend: decision === undefined ? mapLegend(legendAt, plan.statuses, false, layout.width) : fullest,
  };
}

function lightOf(decision: Decision | undefined): Light {
  const states = new Map<string, SceneState>(decision?.verdicts.map(({ id, verdict }) => [id, verdict]));
  const ranks = new Map(decision?.recommendations.map(({ id, rank }) => [id, rank]));
  const fallback: SceneState = decision === undefined ? 'plain' : 'not-relevant';
  return { state: (entry) => states.get(entry) ?? fallback, rank: (entry) => ranks.get(entry) };
}

const moved = (box: Rectangle, origin: Point): Rectangle => ({ ...box, x: box.x + origin.x, y: box.y + origin.y });

function headerTexts(plan: MapPlan, decision: Decision | undefined, width: number): readonly SceneText[] {
  const asOf = placeLine(`Catalogue as of ${plan.asOf}`, 'detail', {
    x: width - spacing.margin,
    top: spacing.margin + 10,
    anchor: 'end',
    tone: 'muted',
  });
  const title = placeLine(plan.title, 'title', { x: spacing.margin, top: spacing.margin });
  const part = 'subtitle' as const;
  const [need] = breakLines(needSentence(plan, decision), typeScale.heading, width - 2 * spacing.margin, 1);
  return [
    { ...title, part: 'title' },
    { ...asOf, part },
    ...(need === undefined
      ? []
      : [{ ...placeLine(need.text, 'heading', { x: spacing.margin, top: spacing.margin + 40, tone: 'muted' }), part }]),
  ];
}

function needSentence(plan: MapPlan, decision: Decision | undefined): string {
  if (decision === undefined) return 'Every service, capability, framework and machine of the stack';
  const { text, tasks } = decision.need;
  if (text !== undefined && text.trim() !== '') return `“${text.trim()}”`;
  const names = tasks.map(({ task }) => plan.taskNames[task] ?? task);
  return names.length === 0 ? 'No task chosen yet' : names.join(' · ');
}

function mapGroups(plan: MapPlan, layout: Layout, origin: Point): readonly SceneGroup[] {
  const bands = plan.bands.flatMap((band, index): SceneGroup[] => {
    const place = layout.groups[band.id];
    if (place === undefined) return [];
    const box = moved(place, origin);
    const x = box.x + spacing.huge;
    const top = box.y + spacing.large;
    const audienceTop = top + band.title.length * typeScale.heading.lineHeight + spacing.tiny;
    const texts = [
      ...placeLines(band.title, 'heading', { x, top }),
      ...placeLines(band.audience, 'detail', { x, top: audienceTop, tone: 'muted' }),
    ];
    return [{ ...box, id: band.id, depth: 0, texts, band: index }];
  });
  const groups = plan.groups.flatMap((group): SceneGroup[] => {
    const place = layout.groups[group.id];
    if (place === undefined) return [];
    const box = moved(place, origin);
    const [title] = breakLines(group.title, typeScale.group, box.width - 2 * spacing.medium, 1);
    const texts =
      title === undefined
        ? []
        : [placeLine(title.text, 'group', { x: box.x + spacing.medium, top: box.y + spacing.small })];
    return [{ ...box, id: group.id, depth: 1, texts }];
  });
  return [...bands, ...groups];
}

function mapNode(planned: Card, box: Rectangle, light: Light): SceneNode {
  const state = light.state(planned.entry);
  const rank = light.rank(planned.entry);
  const tone = toneOf(state);
  const textLeft = box.x + card.padding + card.icon + card.iconGap;
  const badgeRoom = planned.status === 'active' ? 0 : badgeHeight + spacing.tiny;
  const textHeight = planned.lines.length * typeScale.node.lineHeight + badgeRoom;
  // A card without rows may be stretched to its row's height: its head takes all of it.
  const headHeight = planned.rows.length === 0 ? box.height : planned.headHeight;
  const textTop = box.y + (headHeight - textHeight) / 2;
  const lifecycle = lifecycleBadge(planned.status, textLeft, textTop + textHeight - badgeHeight, badgeTone(state));
  return {
    ...box,
    id: planned.entry,
    entry: planned.entry,
    kind: 'service',
    state,
    icon: planned.icon,
    iconBox: {
      x: box.x + card.padding,
      y: box.y + (headHeight - card.icon) / 2,
      width: card.icon,
      height: card.icon,
    },
    texts: placeLines(planned.lines, 'node', { x: textLeft, top: textTop, ...tone }),
    rows: planned.rows.map((row, index) => mapRow(row, rowBox(planned, box, index), light)),
    badges: [...lifecycle, ...(rank === undefined ? [] : [rankBadge(rank, box.x + box.width - 3, box.y + 3)])],
    description: describeNode(planned.name, state, planned.status, rank),
  };
}

/** Rows fill the first column, then the second. */
function rowBox({ rows, rowColumns, headHeight }: Card, box: Rectangle, index: number): Rectangle {
  const perColumn = Math.ceil(rows.length / rowColumns);
  const width = (box.width - 2 * spacing.tiny) / rowColumns;
  return {
    x: box.x + spacing.tiny + Math.floor(index / perColumn) * width,
    y: box.y + headHeight + spacing.tiny + (index % perColumn) * card.rowHeight,
    width,
    height: card.rowHeight,
  };
}

const fitted = new WeakMap<CardRow, { readonly width: number; readonly text: string }>();

/** A row's name, cut to `width`. Remembered, because a map is lit anew within a frame and its rows stay as wide as they are. */
function fittedName(row: CardRow, width: number): string {
  const known = fitted.get(row);
  if (known?.width === width) return known.text;
  const { text } = fitLine(row.name, typeScale.detail, width);
  fitted.set(row, { width, text });
  return text;
}

function mapRow(row: CardRow, box: Rectangle, light: Light): SceneRow {
  const state = light.state(row.entry);
  const top = box.y + (box.height - typeScale.detail.lineHeight) / 2;
  const textLeft = box.x + card.padding - spacing.tiny;
  const badgeLeft = box.x + box.width - badgeWidth(row.status) - card.padding + spacing.tiny;
  const text = fittedName(row, badgeLeft - textLeft - (row.status === 'active' ? 0 : spacing.tiny));
  const [badge] = lifecycleBadge(row.status, badgeLeft, box.y + (box.height - badgeHeight) / 2, badgeTone(state));
  return {
    ...box,
    id: row.entry,
    text: placeLine(text, 'detail', { x: textLeft, top, ...toneOf(state) }),
    state,
    ...(badge === undefined ? {} : { badge }),
  };
}

/** Text steps back where the entry does; a recommended one speaks in the accent's ink. */
function toneOf(state: SceneState): { tone?: TextTone } {
  if (state === 'not-relevant' || state === 'ruled-out') return { tone: 'dimmed' };
  return state === 'recommended' ? { tone: 'accent' } : {};
}

/** A badge keeps its own tone but where its entry steps back. */
const badgeTone = (state: SceneState): TextTone | undefined => (state === 'not-relevant' ? 'dimmed' : undefined);

function describeNode(name: string, state: SceneState, status: LifecycleStatus, rank: number | undefined): string {
  const verdict =
    state === 'plain' ? [] : [rank === undefined ? stateWords[state] : `${stateWords[state]}, rank ${rank}`];
  const lifecycle = status === 'active' ? [] : [lifecycleSentences[status]];
  return [name, ...verdict, ...lifecycle].join('. ');
}

/** A relation is lit where it joins two lit entries: the capabilities that it names, if it names any. */
function mapEdge(
  relation: PlannedRelation,
  layout: Layout,
  origin: Point,
  light: Light | undefined,
): readonly SceneEdge[] {
  const route = layout.edges[relation.id];
  if (route === undefined || route.points.length < 2) return [];
  const lit =
    light !== undefined && relation.ends.some(([from, to]) => isLit(light.state(from)) && isLit(light.state(to)));
  return [
    {
      id: relation.id,
      from: relation.from,
      to: relation.to,
      style: 'relation',
      ...(lit || restingRelations.has(relation.type) ? {} : { quiet: true }),
      state: light === undefined ? 'plain' : lit ? 'recommended' : 'not-relevant',
      points: route.points.map(({ x, y }) => ({ x: x + origin.x, y: y + origin.y })),
    },
  ];
}

const isLit = (state: SceneState): boolean => state === 'recommended' || state === 'suitable' || state === 'supporting';
