import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tellFigure } from './figure.ts';
import { buildSavingChild, numberOf } from './savingChild.ts';

const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
/** Characters of what is saved: more than one call writes, so that a fault can fall between two of them. */
const size = 1_200_000;

/** Calls of the careful write as strace shows them, with `-y` (paths beside the numbers of handles). */
interface Call {
  readonly name: string;
  readonly text: string;
}

/** A system call, and the error that it is made to give. */
export type Fault = readonly [call: string, code: string];

/** Tests of a save as the kernel sees it: the order of its calls, and each fault in each of its places. */
export function testSystemCalls(faults: readonly Fault[]): void {
  describe.skipIf(!canTrace)(
    `the system calls of a save${canTrace ? '' : ' (needs strace)'}`,
    { timeout: 120_000 },
    () => {
      let folder = '';
      let child = '';
      let place = '';
      let path = '';
      let cases = 0;

      beforeAll(async () => {
        folder = mkdtempSync(join(tmpdir(), 'lodestack-trace-'));
        child = await buildSavingChild(folder);
      });
      afterAll(() => rmSync(folder, { recursive: true, force: true }));
      beforeEach(() => {
        place = mkdtempSync(join(folder, 'place-'));
        path = join(place, 'document');
        // A whole content with the number 0.
        spawnSync(process.execPath, [child, path, '10', '0', '1']);
      });

      /** Saves content number 1 under strace. One thread of the pool, so that the calls have one order and can be counted. */
      const trace = (...flags: readonly string[]) => {
        const log = join(folder, 'trace');
        const run = spawnSync(
          'strace',
          [
            '-f',
            '-y',
            '-s',
            '8',
            '-o',
            log,
            '-e',
            'trace=openat,write,pwrite64,fsync,fdatasync,close,rename,renameat,renameat2,unlink,fchmod,ftruncate,mkdir,statx,readlink',
            ...flags,
            process.execPath,
            child,
            path,
            String(size),
            '1',
            '1',
          ],
          { encoding: 'utf8', env: { ...process.env, UV_THREADPOOL_SIZE: '1', WARM_UP: '300' }, timeout: 60_000 },
        );
        const calls: Call[] = readFileSync(log, 'utf8')
          .split('\n')
          .map((line) => line.replace(/^\d+\s+/, ''))
          .filter((line) => line.includes(place) && !line.includes(child))
          .map((text) => ({ name: text.slice(0, text.indexOf('(')), text }));
        return { calls, output: run.stdout };
      };

      it.each(['over an old file', 'of a new file'])(
        'row 4: are, %s: open a new file beside it, write, sync, close, rename, sync the folder',
        (way) => {
          if (way === 'of a new file') rmSync(path);
          const { calls, output } = trace();
          expect(output).toBe('saved 1\n');
          const temporary = /\.lodestack-\d+-[0-9a-f]{16}\.tmp/;
          const steps = calls.flatMap(({ name, text }) => {
            if (name === 'openat' && text.includes('O_EXCL') && text.includes('O_CREAT')) return ['create'];
            if (/^p?write/.test(name) && temporary.test(text)) return ['write'];
            if (/^f(data)?sync/.test(name)) return [temporary.test(text) ? 'sync file' : 'sync folder'];
            if (name === 'close' && temporary.test(text)) return ['close'];
            if (name.startsWith('rename')) return ['rename'];
            return [];
          });
          expect(steps.filter((step, index) => step !== steps[index - 1])).toEqual([
            'create',
            'write',
            'sync file',
            'close',
            'rename',
            'sync folder',
          ]);
          // The target itself is never opened for truncation.
          expect(calls.some(({ text }) => text.includes('O_TRUNC') && !text.includes('O_EXCL'))).toBe(false);
        },
      );

      it.each(faults)(
        'row 2: %s that fails with %s: the whole old file or the whole new one, and no false success',
        (name, code) => {
          // Which of the calls of that name, counted in the thread that makes them, touch the files of the save?
          const ordinary = readTrace(trace, name);
          expect(ordinary.length, `${name} is called in a save`).toBeGreaterThan(0);
          for (const when of ordinary) {
            rmSync(place, { recursive: true, force: true });
            mkdirSync(place);
            spawnSync(process.execPath, [child, path, '10', '0', '1']);
            const { calls, output } = trace('-e', `inject=${name}:error=${code}:when=${when}`);
            const where = `${name} ${code} ${when}`;
            // A fault that falls beside the save proves nothing.
            expect(
              calls.filter(({ text }) => text.includes('(INJECTED)')).map((call) => call.name),
              where,
            ).toEqual([name]);
            const found = numberOf(readFileSync(path, 'utf8'));
            expect([0, 1], where).toContain(found);
            cases += 1;
            if (code === 'EINTR') {
              // The call is made again, so nothing has failed.
              expect([output, found], where).toEqual(['saved 1\n', 1]);
              continue;
            }
            // Whatever else fails is told, also where the file is whole for the moment: a sync that failed may be lost by a power cut.
            expect(output, where).toMatch(/^failed (no-space|denied|not-found|failed)\n$/);
            // And nothing stays behind.
            expect(readdirSync(place), where).toEqual(['document']);
          }
        },
      );

      it('row 2: had faults of every kind, in more places than there are kinds', (context) => {
        tellFigure(context, `${faults.length} kinds of faults in ${cases} places, each told and nothing lost`);
        expect(cases).toBeGreaterThan(faults.length);
      });

      /** The ordinals, in their thread, of the calls named `name` that touch the folder of the save. */
      const readTrace = (run: typeof trace, name: string): readonly number[] => {
        run();
        const counts = new Map<string, number>();
        const ordinals: number[] = [];
        for (const line of readFileSync(join(folder, 'trace'), 'utf8').split('\n')) {
          const [, thread = '', call = ''] = /^(\d+)\s+(\w+)\(/.exec(line) ?? [];
          if (call !== name) continue;
          const count = (counts.get(thread) ?? 0) + 1;
          counts.set(thread, count);
          if (line.includes(place) && !line.includes(child)) ordinals.push(count);
        }
        return ordinals;
      };
    },
  );
}
