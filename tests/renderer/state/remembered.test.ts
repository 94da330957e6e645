import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadBundledData } from '../../../src/cli/dataFiles.ts';
import { needSchema } from '../../../src/core/decision/need.ts';
import { decodeRemembered, encodeRemembered } from '../../../src/renderer/state/remembered.ts';
import { firstState, type RememberedState } from '../../../src/renderer/state/windowState.ts';

const { catalog } = loadBundledData();
const [task] = catalog.tasks;
if (!task) throw new Error('The catalogue has no task.');

const state: RememberedState = {
  need: needSchema.parse({ tasks: [{ task: task.id }], text: 'a sentence', preferences: { ease: 0.8 } }),
  view: 'draft',
  themeChoice: 'dark',
  motionChoice: 'reduced',
  singleKeys: false,
  panels: { left: { width: 400, open: false }, right: { width: 300, open: true } },
  draftDirection: 'down',
  draftTurned: true,
  leftMode: 'guide',
  favouriteParts: ['entry:polly'],
  recentParts: ['node:note', 'entry:s3'],
  pageDots: false,
  pictureLook: {
    format: 'png',
    theme: 'dark',
    scale: 3,
    text: 'outlined',
    transparent: true,
    title: false,
    subtitle: false,
    legend: true,
  },
};

describe('the state that outlives the window', () => {
  it('comes back as it was', () => {
    expect(decodeRemembered(encodeRemembered(state), catalog)).toEqual(state);
  });

  it('starts afresh where nothing was kept', () => {
    expect(decodeRemembered(undefined, catalog)).toEqual(firstState);
  });

  it('drops a need that names what the catalogue no longer has, and keeps the rest', () => {
    const stale = { ...state, need: needSchema.parse({ tasks: [{ task: 'no-such-task' }] }) };
    const decoded = decodeRemembered(encodeRemembered(stale), catalog);
    expect(decoded).toEqual({ ...state, need: firstState.need });
  });

  it('drops panels that no longer fit and keeps the need', () => {
    const text = JSON.stringify({ ...JSON.parse(encodeRemembered(state)), panels: { left: { width: 9999 } } });
    expect(decodeRemembered(text, catalog)).toEqual({ ...state, panels: firstState.panels });
  });

  it('never throws, whatever was kept', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.object().map((value) => JSON.stringify({ version: 1, ...value })),
        ),
        (text) => {
          const decoded = decodeRemembered(text, catalog);
          expect(['map', 'draft']).toContain(decoded.view);
          expect(decoded.need.tasks).toBeInstanceOf(Array);
        },
      ),
    );
  });
});
