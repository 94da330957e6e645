/** From the options of a command that draws to the laid-out picture. */
import { type Result, success } from '../core/base/result.ts';
import { decide } from '../core/decision/decide.ts';
import { partsAtWork } from '../core/decision/decision.ts';
import { diagramOf } from '../core/diagram/page.ts';
import { chosenChain } from './chosenChain.ts';
import type { PictureOptions } from './commands/options.ts';
import { type Knowledge, loadKnowledge } from './dataFiles.ts';
import type { Io } from './io.ts';
import { readNeed } from './needSource.ts';
import { type Complaint, wrongFiles, wrongInput } from './outcome.ts';
import { type LaidOut, layOutDiagram, layOutView } from './picture.ts';
import { readTemplate } from './templates.ts';

/** The picture that was asked for, and what it was drawn from. */
export interface AskedPicture extends Knowledge {
  readonly picture: LaidOut;
}

/** Decides and lays out. A map may be asked for without a need: then it shows the stack, unlit. */
export const layOutAsked = async (options: PictureOptions, io: Io): Promise<Result<AskedPicture, Complaint>> => {
  if (options.template !== undefined) return layOutTemplate(options.template, options);
  const unlit = options.view === 'map' && options.text === undefined && options.need === undefined;
  const sheetOnly = options.sheetOnly ?? false;
  if (unlit) {
    const knowledge = loadKnowledge(options.catalog);
    if (!knowledge.ok) return wrongFiles(knowledge.error);
    const picture = await layOutView('map', knowledge.value.catalog, undefined, { sheetOnly });
    return picture.ok ? success({ ...knowledge.value, picture: picture.value }) : wrongInput(picture.error);
  }
  const asked = await readNeed(options, io);
  if (!asked.ok) return asked;
  const { catalog, lexicon, need } = asked.value;
  const sheet = sheetOnly ? { ...need, constraints: { ...need.constraints, sheetOnly } } : need;
  const chosen = chosenChain(catalog, sheet, options.chain);
  if (!chosen.ok) return chosen;
  const picture = await layOutView(options.view, catalog, decide(catalog, chosen.value), {
    sheetOnly,
    direction: options.direction,
  });
  return picture.ok ? success({ catalog, lexicon, picture: picture.value }) : wrongInput(picture.error);
};

/** The picture of a template: its page, or the map lit by its decision. */
const layOutTemplate = async (id: string, options: PictureOptions): Promise<Result<AskedPicture, Complaint>> => {
  const chosen = readTemplate(id, options.catalog);
  if (!chosen.ok) return chosen;
  const { catalog, lexicon, decision, page } = chosen.value;
  const picture =
    options.view === 'map'
      ? await layOutView('map', catalog, decision, { sheetOnly: false })
      : await layOutDiagram(catalog, diagramOf(page), partsAtWork(decision), options.direction);
  return picture.ok ? success({ catalog, lexicon, picture: picture.value }) : wrongInput(picture.error);
};
