import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../../src/core/base/nearest.ts';

describe('nearest', () => {
  it.each([
    ['transcibe', ['translate', 'transcribe'], 'transcribe'],
    ['Polly', ['poly', 'polly'], 'polly'],
    ['transcribe', ['transcribe-speech', 'translate-text'], 'transcribe-speech'],
    ['sagemaker-canvas', ['sagemaker-neo'], undefined],
    ['nix', ['beta'], undefined],
    ['', ['a'], undefined],
    ['ab', ['ac', 'aa'], 'aa'],
  ])('%s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it('spends no time on a word of a megabyte', () => {
    expect(nearest('x'.repeat(1_000_000), ['x'])).toBeUndefined();
  });

  it('makes the end of a message, or nothing', () => {
    expect(didYouMean('tasc', ['task'])).toBe('; did you mean "task"?');
    expect(didYouMean('tasc', ['profile'])).toBe('');
  });
});
