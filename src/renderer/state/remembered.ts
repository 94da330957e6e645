/** The state that outlives the window, as text and back. Whatever is damaged is left out, never fatal. */
import { z } from 'zod';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { parseNeed } from '../../core/decision/parseNeed.ts';
import { guideStateSchema } from '../../core/guide/state.ts';
import { pictureLookSchema } from './pictureLook.ts';
import { firstState, mostRecentParts, panelLimits, type RememberedState } from './windowState.ts';

const version = 1;

const panelSchema = z.object({
  width: z.number().min(panelLimits.least).max(panelLimits.most),
  open: z.boolean(),
});

/** What is kept as it is. */
const choicesSchema = z.object({
  view: z.enum(['map', 'draft', 'compare']).catch(firstState.view),
  themeChoice: z.enum(['system', 'light', 'dark']).catch(firstState.themeChoice),
  motionChoice: z.enum(['system', 'full', 'reduced']).catch(firstState.motionChoice),
  singleKeys: z.boolean().catch(firstState.singleKeys),
  panels: z.object({ left: panelSchema, right: panelSchema }).catch(firstState.panels),
  draftDirection: z.enum(['right', 'down']).catch(firstState.draftDirection),
  draftTurned: z.boolean().catch(firstState.draftTurned),
  favouriteParts: z.array(z.string()).catch([]),
  recentParts: z.array(z.string()).catch([]),
  pageDots: z.boolean().catch(firstState.pageDots),
  pictureLook: pictureLookSchema.catch(firstState.pictureLook),
  leftMode: z.enum(['describe', 'guide', 'parts']).catch(firstState.leftMode),
});

const rememberedSchema = choicesSchema.extend({
  version: z.literal(version),
  need: z.unknown(),
  conversation: guideStateSchema.optional().catch(undefined),
});

/** What the window keeps from one start to the next, as text. */
export const encodeRemembered = (state: RememberedState): string =>
  JSON.stringify({
    version,
    need: state.need,
    ...choicesSchema.parse(state),
    // What it gave is the need itself, unless that was edited since: then it is followed anew, from the need as it is.
    conversation: state.conversation?.need === state.need ? state.conversation.state : undefined,
  });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads what `encodeRemembered` wrote. A field that is damaged, or a need that names what is gone, starts afresh. */
export function decodeRemembered(text: string | undefined, catalog: Catalog): RememberedState {
  if (text === undefined) return firstState;
  const parsed = rememberedSchema.safeParse(parseJson(text));
  if (!parsed.success) return firstState;
  const { version: _, need: kept, conversation, recentParts, ...choices } = parsed.data;
  const need = parseNeed(kept, catalog);
  return {
    ...choices,
    recentParts: recentParts.slice(0, mostRecentParts),
    need: need.ok ? need.value : firstState.need,
    ...(need.ok && conversation ? { conversation: { state: conversation, need: need.value } } : {}),
  };
}
