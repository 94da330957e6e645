/** The command line as a process of its own: what only a real process shows. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lodestack-process-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly outBytes: number;
  readonly outLines: number;
  readonly err: string;
}

interface Started {
  readonly input?: Iterable<string>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly before?: readonly string[];
  /** Press Ctrl-C after so many milliseconds. */
  readonly interruptAfter?: number;
  /** Stop reading standard output after its first piece, as `head` does. */
  readonly readLittle?: boolean;
}

const start = (
  argv: readonly string[],
  { input = [], environment = {}, before = [], readLittle = false, interruptAfter }: Started = {},
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...before, '--import', 'tsx', 'src/cli/index.ts', ...argv], {
      env: { ...process.env, ...environment },
      stdio: 'pipe',
    });
    if (interruptAfter !== undefined) setTimeout(() => child.kill('SIGINT'), interruptAfter);
    let outBytes = 0;
    let outLines = 0;
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      outBytes += chunk.length;
      for (const byte of chunk) if (byte === 0x0a) outLines += 1;
      if (readLittle) child.stdout.destroy();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, outBytes, outLines, err }));
    // A child that ends early leaves the pipe broken: that is its right.
    child.stdin.on('error', () => undefined);
    Readable.from(input).pipe(child.stdin);
  });

function* needs(count: number): Generator<string> {
  // Every line is another text, so that nothing that is kept by text could hide.
  for (let index = 0; index < count; index += 1) {
    yield `${JSON.stringify({ text: `Translate the ${index} pages of handbook ${index * 7} into French` })}\n`;
  }
}

/** What decides a line in 64 MB of heap needs half of it; 10,000 decisions that were kept would weigh 70 MB more. */
const decideInLittle = (count: number, before: readonly string[] = []): Promise<Ended> =>
  start(['decide', '--jsonl', '-'], { input: needs(count), before: ['--max-old-space-size=64', ...before] });

describe('a process of the command line', () => {
  it('exits 0, 1 and 2', async () => {
    expect(await start(['catalog', 'ids'])).toMatchObject({ code: 0, err: '' });
    expect(await start(['catalog', 'show', 'nothing-like-it'])).toMatchObject({ code: 1, outBytes: 0 });
    expect(await start(['catalog', 'idz'])).toMatchObject({ code: 2, outBytes: 0 });
  });

  it('decides 10,000 lines in a heap that could not hold their decisions', { timeout: 300_000 }, async () => {
    expect(await decideInLittle(10_000)).toMatchObject({ code: 0, err: '', outLines: 10_000 });
    const keeping = ['--import', pathToFileURL('tests/cli/keepOutput.mjs').href];
    const kept = await decideInLittle(10_000, keeping);
    expect(kept.err).toContain('heap out of memory');
    expect(kept.outLines).toBeLessThan(10_000);
  });

  it('ends quietly when its reader goes away', async () => {
    const ended = await start(['decide', '--jsonl', '-'], { input: needs(3_000), readLittle: true });
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.outLines).toBeLessThan(3_000);
  });

  it('refuses 5 MB of standard input without waiting for its end', async () => {
    const endless = (function* () {
      for (let index = 0; index < 5_000; index += 1) yield 'All work and no play. '.repeat(50);
    })();
    const ended = await start(['decide', '--text', '-'], { input: endless });
    expect(ended).toMatchObject({ code: 1, outBytes: 0 });
    expect(ended.err.trimEnd().split('\n')).toHaveLength(1);
  });

  it.skipIf(process.platform === 'win32')('leaves a whole file or none when it is interrupted', async () => {
    const draw = (name: string, interruptAfter: number) =>
      start(['export', '--text', 'Translate letters', '-o', join(folder, name)], { interruptAfter });
    const ended = await Promise.all([300, 900, 1_500, 2_100].map((after) => draw(`${after}.svg`, after)));
    for (const { code, signal, err } of ended) {
      expect(signal === 'SIGINT' || code === 130 || code === 0, `${code} ${signal} ${err}`).toBe(true);
    }
    for (const name of readdirSync(folder).filter((each) => !each.startsWith('peak-'))) {
      expect(name).toMatch(/^\d+\.svg$/);
      expect(readFileSync(join(folder, name), 'utf8')).toMatch(/<\/svg>\s*$/);
    }
  });
});
