/** Where a painter's thread begins: it reads TypeScript by itself, whichever program started the process. */
import { register } from 'tsx/esm/api';

register();
await import('./paintWorker.ts');
