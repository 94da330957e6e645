/** The command line's end of the world outside, so that tests can run a command in their own process. */
import { once } from 'node:events';

/** What a command knows of its terminal, so that tests can stand in for it. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Writes to standard output; resolves when there is room for more. */
  out(text: string): Promise<void>;
  /** Writes to standard error; resolves when there is room for more. */
  err(text: string): Promise<void>;
  /** Whether output for people may be coloured. */
  readonly colours: boolean;
  /** Whether a person sits at the other end of standard input; absent: no. */
  readonly interactive?: boolean;
  /** Columns that output for people may take. */
  readonly width: number;
}

const widest = 110;
const narrowest = 50;

const writer =
  (stream: NodeJS.WriteStream) =>
  async (text: string): Promise<void> => {
    if (!stream.write(text)) await once(stream, 'drain');
  };

/** The real thing. A reader that goes away (`| head`) ends the program quietly: it has all that it wanted. */
export const processIo = (): Io => {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? 0 : 1);
    });
  }
  const { NO_COLOR, TERM } = process.env;
  return {
    stdin: process.stdin,
    out: writer(process.stdout),
    err: writer(process.stderr),
    // https://no-color.org: any value that is not empty turns colour off.
    colours: process.stdout.isTTY === true && !NO_COLOR && TERM !== 'dumb',
    interactive: process.stdin.isTTY === true,
    width: Math.max(narrowest, Math.min(widest, process.stdout.columns ?? widest)),
  };
};
