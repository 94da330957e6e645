/** The script of the window's layout worker: elkjs's own worker, which answers the messages of elkOverWorker.ts. */
import 'elkjs/lib/elk-worker.min.js';
