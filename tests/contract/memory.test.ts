import { describe, it } from 'vitest';
import { createMemoryPlatform, emptyWorld } from '../../src/platform/memory/memoryPlatform.ts';
import { platformContract } from './platform.contract.ts';
import { type PlatformHarness, pngWidth } from './platformHarness.ts';

const makeHarness = (): PlatformHarness => {
  const world = emptyWorld();
  return {
    platform: createMemoryPlatform(world),
    answerSave: async (answer) => {
      world.saveAnswer = answer;
    },
    lastSaved: async () => world.saved.at(-1),
    saved: async (name) => world.saved.find((file) => file.name === name)?.bytes,
    answerOpen: async (file) => {
      world.fileToOpen = file && { ...file, where: `/home/me/${file.name}` };
    },
    answerDocument: async (name) => {
      world.documentPath = name && `/home/me/${name}`;
    },
    putDocument: async (name, bytes) => {
      world.documents.set(`/home/me/${name}`, bytes);
    },
    removeDocument: async (name) => {
      world.documents.delete(`/home/me/${name}`);
    },
    documentBytes: async (name) => world.documents.get(`/home/me/${name}`),
    another: async () => createMemoryPlatform(world),
    clipboard: async () => world.clipboard,
    copiedPictureWidth: async () => world.copiedPicture && pngWidth(world.copiedPicture),
    opened: async () => world.opened,
    restart: async () => createMemoryPlatform(world),
    fillStateStore: async () => {
      world.stateRoom = 100;
    },
    chooseFromMenu: async (command) => {
      for (const listener of world.listeners) listener(command);
    },
  };
};

describe('the platform in memory', () => {
  for (const { name, run } of platformContract) it(name, () => run(makeHarness()));
});
