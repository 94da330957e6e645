import { expect, it } from 'vitest';
import { nearestTo } from '../../../src/renderer/canvas/useFocusThatStays.ts';

const target = (id: string, x: number) => ({ id, node: id, entry: undefined, x, y: 0, width: 100, height: 60 });

it('the focus of a part that was removed goes to the nearest of those that are left', () => {
  expect(nearestTo(target('gone', 100), [target('far', 900), target('near', 260), target('back', -300)])?.id).toBe(
    'near',
  );
  expect(nearestTo(target('gone', 100), [])).toBeUndefined();
  const around = { ...target('around', 0), y: -100, width: 1000, height: 260 };
  expect(nearestTo(target('gone', 400), [around, target('beside', 900)])?.id).toBe('beside');
  expect(nearestTo(target('gone', 400), [around])?.id).toBe('around');
});
