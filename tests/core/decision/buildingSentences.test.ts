import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog, lexicon } = knowledge.value;
const tasksOf = (text: string): string[] => interpret(text, catalog, lexicon).tasks.map(({ task }) => task);

describe('sentences that name the steps of building and running a model', () => {
  const whole =
    'Train an image classifier on our own labelled photos, tune it, compile it for edge devices and host it';

  it('finds every step from the algorithm to the device', () => {
    expect(tasksOf(whole)).toEqual(
      expect.arrayContaining(['train-image-classifier', 'train-models', 'tune-models', 'compile-model', 'run-at-edge']),
    );
  });

  it.each([
    whole,
    'Train our image classifier on labelled pictures, search the best parameters, compile for ARM and deploy to devices',
    'Train our own image classifier on labelled pictures and host it',
  ])('"%s" trains a classifier of pictures, and has none labelled', (text) => {
    expect(tasksOf(text)).toContain('train-image-classifier');
    expect(tasksOf(text)).not.toContain('label-images');
  });

  it('runs an image of your own where there are GPUs', () => {
    const need = interpret('Run our own Docker image with GPU inference without managing servers', catalog, lexicon);
    expect(decide(catalog, need).pipeline.slice(0, 2)).toEqual(['docker-image', 'ecs']);
  });

  it('has what runs without servers take no GPUs', () => {
    const text = 'We run our own container image on GPUs for inference and want no servers to patch';
    expect(tasksOf(text)).toContain('run-containers');
    expect(tasksOf(text)).not.toContain('run-containers-without-servers');
  });

  it('needs no servers where no GPU is asked for', () => {
    expect(tasksOf('Run our own container without managing servers')).toContain('run-containers-without-servers');
  });

  it('still gives ready-made images to who will not build one', () => {
    const text = 'Docker images with PyTorch that AWS maintains, instead of building our own docker image';
    expect(tasksOf(text)[0]).toBe('use-prebuilt-images');
  });

  it('compiles for devices and runs the model there, without an endpoint in the cloud', () => {
    const need = interpret('Compile our model for ARM and deploy it to devices', catalog, lexicon);
    expect(need.constraints.place).toBe('edge');
    expect(need.tasks.map(({ task }) => task)).toEqual(['compile-model', 'run-at-edge']);
    expect(decide(catalog, need).pipeline.at(-1)).toBe('iot-greengrass');
  });

  it('reads scans before they are searched', () => {
    const need = interpret('Scanned letters that we want to search', catalog, lexicon);
    expect(decide(catalog, need).pipeline).toEqual(['textract', 'opensearch']);
  });
});
