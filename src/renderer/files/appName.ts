import { version } from '../../../package.json' with { type: 'json' };

/** What a file says it was written by. */
export const appName = `lodestack ${version}`;
