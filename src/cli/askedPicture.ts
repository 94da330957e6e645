/** From the options of a command that draws to the laid-out picture. */
import { type Result, success } from '../core/base/result.ts';
import { decide } from '../core/decision/decide.ts';
import { chosenChain } from './chosenChain.ts';
import type { PictureOptions } from './commands/options.ts';
import { type Knowledge, loadKnowledge } from './dataFiles.ts';
import type { Io } from './io.ts';
import { readNeed } from './needSource.ts';
import { type Complaint, wrongFiles, wrongInput } from './outcome.ts';
import { type LaidOut, layOutView } from './picture.ts';

/** The picture that was asked for, and what it was drawn from. */
export interface AskedPicture extends Knowledge {
  readonly picture: LaidOut;
}

/** Decides and lays out. A map may be asked for without a need: then it shows the stack, unlit. */
export const layOutAsked = async (options: PictureOptions, io: Io): Promise<Result<AskedPicture, Complaint>> => {
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
