/** What runs in a painter's thread: a band in, its rows out. */
import { parentPort } from 'node:worker_threads';
import type { BandToPaint } from '../core/png/paintPng.ts';
import { paintBand } from './paintBand.ts';

parentPort?.on('message', (band: BandToPaint) => parentPort?.postMessage(paintBand(band)));
parentPort?.postMessage('ready');
