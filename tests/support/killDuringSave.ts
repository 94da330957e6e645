import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Random, seededRandom } from '../../src/core/base/random.ts';
import { sweepLeftOvers } from '../../src/platform/node/temporaryFile.ts';
import { buildSavingChild, numberOf } from './savingChild.ts';

/** What was found after many kills in the middle of a save. */
export interface KillReport {
  readonly kills: number;
  /** Files that were cut, mixed or gone. */
  readonly torn: number;
  /** Files older than the last save that was acknowledged. */
  readonly stale: number;
  /** Temporary files that the killed left, and how many of them the sweep took. */
  readonly leftOver: number;
  readonly swept: number;
  /** Names that stayed in the folder beside the file. */
  readonly strangers: readonly string[];
}

/** Lets a child save, kills it with signal 9 at a random moment; returns the number of the last acknowledged save. */
const saveAndKill = (child: string, path: string, size: number, way: string, random: Random): Promise<number> =>
  new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, [child, path, String(size), '1', '1000000', way], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let told = '';
    let killing = false;
    process_.stdout.on('data', (text) => {
      told += String(text);
      if (killing) return;
      killing = true;
      // A large content takes a while to be made and to be written.
      setTimeout(() => process_.kill('SIGKILL'), random() * (25 + size / 40_000));
    });
    process_.once('error', reject);
    process_.once('close', () => {
      const numbers = [...told.matchAll(/^saved (\d+)$/gm)].map((match) => Number(match[1]));
      if (numbers.length === 0) reject(new Error(`The child saved nothing: ${told}`));
      else resolve(Math.max(...numbers));
    });
  });

/** Kills `kills` children in the middle of their saves, each in a folder of its own, and looks at what they left. */
export async function killDuringSave(kills: number, size: number, seed: number, way: 'careful' | 'plain' = 'careful') {
  const folder = mkdtempSync(join(tmpdir(), 'lodestack-kill-'));
  try {
    const child = await buildSavingChild(folder);
    const random = seededRandom(seed);
    const report = { kills, torn: 0, stale: 0, leftOver: 0, swept: 0, strangers: [] as string[] };
    const one = async (): Promise<void> => {
      const place = mkdtempSync(join(folder, 'place-'));
      const path = join(place, 'document.lodestack.json');
      const acknowledged = await saveAndKill(child, path, size, way, random);
      let found: number | undefined;
      try {
        found = numberOf(readFileSync(path, 'utf8'));
      } catch {
        found = undefined;
      }
      if (found === undefined) report.torn += 1;
      else if (found < acknowledged) report.stale += 1;
      const beside = readdirSync(place).filter((name) => name !== 'document.lodestack.json');
      for (const name of beside) utimesSync(join(place, name), 0, 0);
      report.leftOver += beside.length;
      const swept = await sweepLeftOvers(place, Date.now());
      report.swept += swept;
      report.strangers.push(...readdirSync(place).filter((name) => name !== 'document.lodestack.json'));
    };
    let left = kills;
    // Two at a time: the moments of the kills vary more when the machine is busy.
    const worker = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await one();
      }
    };
    await Promise.all([worker(), worker()]);
    return report satisfies KillReport;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
