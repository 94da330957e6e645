/** What the browser's adapter says when a file can't be had: the thing and the way out, and no sign twice. */
import { expect, it } from 'vitest';
import { readFailure, saveFailure } from '../../src/platform/browser/fileHandles.ts';

const names = [
  'QuotaExceededError',
  'NotAllowedError',
  'NoModificationAllowedError',
  'NotFoundError',
  'InvalidStateError',
  'SecurityError',
];
const words = 'A requested file or directory could not be found at the time an operation was processed.';

it.each(names)('%s', (name) => {
  for (const { message, remedy } of [
    saveFailure('plan.lodestack.json', new DOMException(words, name)),
    readFailure('plan.lodestack.json', new DOMException(words, name)),
  ]) {
    expect(message).toContain('plan.lodestack.json');
    expect(message).toMatch(/[^.]\.$/);
    expect(remedy).toMatch(/[^.]\.$/);
  }
});

it('a file that was removed is said to be gone, with a way to keep what is shown', () => {
  const { kind, message, remedy } = saveFailure('plan.lodestack.json', new DOMException(words, 'NotFoundError'));
  expect(kind).toBe('not-found');
  expect(message).toBe('plan.lodestack.json, or its folder, is not there any more.');
  expect(remedy).toContain('Save as…');
});
