import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { seededRandom } from '../../src/core/base/random.ts';
import { holdFile } from '../../src/main/fileLock.ts';
import { buildProgram } from './buildProgram.ts';

/** A program that takes the hold on a file as a window does, says so, and keeps it until it is killed. */
const program = (fileLock: string): string => `
import { writeSync } from 'node:fs';
import { holdFile } from ${JSON.stringify(fileLock)};
const { elsewhere } = await holdFile(process.argv[2]);
writeSync(1, elsewhere ? 'elsewhere' : 'held');
setInterval(() => undefined, 1_000);
`;

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** What one kill showed. */
export interface KilledLock {
  /** What the holder said of the file: nobody else had it. */
  readonly said: string;
  /** Whether others were told while the holder lived. */
  readonly told: boolean;
  /** From the kill until the next one had the file to itself, ms. */
  readonly freeAfter: number;
}

/** Kills so many holders of a file, each after a while of its own, all at once, and looks when their files are free. */
export async function killHolders(kills: number, seed: number): Promise<readonly KilledLock[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lodestack-lock-'));
  const random = seededRandom(seed);
  try {
    const source = program(resolve(import.meta.dirname, '../../src/main/fileLock.ts'));
    const child = await buildProgram(join(folder, 'program'), source);
    const one = async (number: number): Promise<KilledLock> => {
      const path = join(folder, `${number}.lodestack.json`);
      writeFileSync(path, '{}');
      const wait = random() * 3_000;
      const holder = spawn(process.execPath, [child, path], { stdio: ['ignore', 'pipe', 'inherit'] });
      const gone = new Promise((done) => holder.once('close', done));
      const said = await new Promise<string>((done) => holder.stdout.once('data', (text) => done(String(text))));
      await pause(wait);
      const { elsewhere: told } = await holdFile(path);
      holder.kill('SIGKILL');
      await gone;
      const killed = performance.now();
      let hold = await holdFile(path);
      while (hold.elsewhere && performance.now() - killed < 60_000) {
        await pause(100);
        hold = await holdFile(path);
      }
      const freeAfter = hold.elsewhere ? Number.POSITIVE_INFINITY : performance.now() - killed;
      await hold.release();
      return { said, told, freeAfter };
    };
    return await Promise.all(Array.from({ length: kills }, (_, number) => one(number)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
