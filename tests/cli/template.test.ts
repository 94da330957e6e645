import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lodestack-template-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('template', () => {
  it('lists them by id and title', async () => {
    const { code, out } = await run(['template', 'list']);
    expect(code).toBe(0);
    expect(out).toMatch(/^call-analytics +Call analytics/m);
    expect(out.trim().split('\n').length).toBeGreaterThanOrEqual(10);
  });

  it('shows one with its decision', async () => {
    const { code, out } = await run(['template', 'show', 'call-analytics', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ id: 'call-analytics', decision: { pipeline: expect.any(Array) } });
  });

  it('drafts one, with what was added by hand', async () => {
    const { code, out } = await run(['template', 'draft', 'media-moderation']);
    expect(code).toBe(0);
    expect(out).toMatch(/Reviewers +actor/);
  });

  it('names the nearest where there is none of that name', async () => {
    const { code, err } = await run(['template', 'show', 'call-analytic']);
    expect(code).toBe(1);
    expect(err).toMatch(/No template "call-analytic".*call-analytics.*template list/);
  });

  it('exports one as a picture', async () => {
    const path = join(folder, 'calls.svg');
    const { code } = await run(['export', '--template', 'call-analytics', '-o', path]);
    expect(code).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('Call analytics for a contact centre');
  });

  it('is either a template or a need', async () => {
    const { code } = await run(['export', '--template', 'call-analytics', '--text', 'x', '-o', join(folder, 'x.svg')]);
    expect(code).toBe(2);
  });
});
