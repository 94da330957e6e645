import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { buildProgram } from './buildProgram.ts';

/**
 * A program that saves as fast as it can, in plain JavaScript, so that it starts in a few hundredths of a second and can
 * be killed often. Each content begins with its number and ends with a hash of what stands before; each save that was
 * acknowledged is told on the output. `plain` saves by an ordinary writeFile instead: the control. WARM_UP opens and
 * closes so many handles first and looks at as many files, so that a counted call of the save has a number that no call of the program's start has.
 */
const program = (carefulWritePath: string) => `
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { open, stat, writeFile } from 'node:fs/promises';
import { carefulWrite } from ${JSON.stringify(carefulWritePath)};
const [path, size, first, count, way] = process.argv.slice(2);
const plain = async (path, content) => { await writeFile(path, content); return { ok: true }; };
for (let warmUp = 0; warmUp < Number(process.env.WARM_UP ?? 0); warmUp += 1) {
  await (await open('/dev/null')).close();
  await stat('/dev/null');
}
const save = way === 'plain' ? plain : carefulWrite;
for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
  const body = number + '\\n' + String.fromCharCode(97 + (number % 26)).repeat(Number(size)) + '\\n';
  const content = body + createHash('sha256').update(body).digest('hex');
  const result = await save(path, content);
  writeSync(1, (result.ok ? 'saved ' + number : 'failed ' + result.error.kind) + '\\n');
}
`;

/** Builds the program into `folder` and returns its path; arguments: path, size, first number, how many, `plain`. */
export const buildSavingChild = (folder: string): Promise<string> =>
  buildProgram(folder, program(resolve(import.meta.dirname, '../../src/platform/node/carefulWrite.ts')));

/** The number of a whole content, or undefined for one that is torn. */
export function numberOf(content: string): number | undefined {
  const hash = content.slice(-64);
  const body = content.slice(0, -64);
  if (createHash('sha256').update(body).digest('hex') !== hash) return undefined;
  return Number(body.slice(0, body.indexOf('\n')));
}
