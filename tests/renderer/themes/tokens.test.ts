import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { tokensCss } from '../../../src/renderer/themes/tokensCss.ts';

const path = resolve(import.meta.dirname, '../../../src/renderer/themes/tokens.css');

it('gives the window the colours of the pictures', () => {
  if (process.env.UPDATE_TOKENS === '1') writeFileSync(path, tokensCss());
  expect(readFileSync(path, 'utf8')).toBe(tokensCss());
});
