import { describe, expect, it } from 'vitest';
import { files, issuesOf } from './catalogFiles.ts';

describe('files that are meant to harm', () => {
  const refused = (text: string): string[] => issuesOf(files({ 'z.yaml': text }));

  it('stops a bomb of aliases', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level += 1) lines.push(`a${level}: &a${level} [${`*a${level - 1},`.repeat(9)}]`);
    expect(refused(lines.join('\n'))).toEqual([
      expect.stringMatching(/^z\.yaml: Its aliases \(\*name\) can't be followed/),
    ]);
  });

  it('stops nesting of 200,000 levels', () => {
    expect(refused('['.repeat(200_000))).toEqual([
      expect.stringMatching(/^z\.yaml:1: (Nested too deeply|Not valid YAML)/),
    ]);
  });

  it('refuses a file of more than 5 MB unread', () => {
    expect(refused(`# ${'x'.repeat(5_000_000)}`)).toEqual(['z.yaml: Larger than 5 MB; split it into several files']);
  });

  it('leaves the prototype of objects alone', () => {
    refused('__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
