import { describe, it } from 'vitest';
import { createMemoryPlatform, emptyWorld } from '../../src/platform/memory/memoryPlatform.ts';
import { type PlatformHarness, platformContract } from './platform.contract.ts';

const makeHarness = (): PlatformHarness => {
  const world = emptyWorld();
  return {
    platform: createMemoryPlatform(world),
    answerSave: async (answer) => {
      world.saveAnswer = answer;
    },
    lastSaved: async () => world.saved.at(-1),
    answerOpen: async (file) => {
      world.fileToOpen = file && { ...file, where: `/home/me/${file.name}` };
    },
    clipboard: async () => world.clipboard,
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
