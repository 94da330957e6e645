/** Runs the command line in this process, as a script would see it. */
import { main } from '../../src/cli/main.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function* chunksOf(input: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  // Small and odd, so that lines and characters are cut in two.
  for (let start = 0; start < bytes.length; start += 1_021) yield bytes.subarray(start, start + 1_021);
}

export const run = async (
  argv: readonly string[],
  {
    input = '',
    colours = false,
    width = 100,
    interactive = false,
  }: { input?: string | Uint8Array; colours?: boolean; width?: number; interactive?: boolean } = {},
): Promise<Ran> => {
  const said = { out: '', err: '' };
  const code = await main(argv, {
    stdin: chunksOf(input),
    out: async (text) => {
      said.out += text;
    },
    err: async (text) => {
      said.err += text;
    },
    colours,
    width,
    interactive,
  });
  return { code, ...said };
};

/** What a failed command must look like: nothing on standard output, so many plain lines on standard error. */
export const errorLines = ({ out, err }: Ran): readonly string[] => {
  if (out !== '') throw new Error(`Standard output should be empty: ${out.slice(0, 200)}`);
  return err.split('\n').slice(0, -1);
};
