import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { tsImport } from 'tsx/esm/api';
import type { Plugin } from 'vite';

const root = import.meta.dirname;

/** The checked catalogue, lexicon and icons, compiled into the window (`virtual:lodestack-data`). */
async function dataPlugins(): Promise<Plugin[]> {
  const path = resolve(root, 'scripts/dataPlugin.ts');
  if (!existsSync(path)) return [];
  const { dataPlugin } = (await tsImport(pathToFileURL(path).href, import.meta.url)) as { dataPlugin: () => Plugin };
  return [dataPlugin()];
}

/** Three programs: the main process, the preload script, and the window, each into its own folder of out/. */
export default defineConfig(async () => ({
  main: {
    build: {
      outDir: 'out/main',
      // zod and proper-lockfile are bundled, so that out/ runs with no node_modules beside it.
      externalizeDeps: { exclude: ['zod', 'proper-lockfile'] },
      // The loopback server is a program of its own: `npm start` runs it where there is no Electron.
      rolldownOptions: {
        input: { index: resolve(root, 'src/main/index.ts'), loopback: resolve(root, 'src/main/loopback.ts') },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: { exclude: ['zod'] },
      rolldownOptions: {
        input: resolve(root, 'src/preload/index.ts'),
        // A sandboxed preload script is loaded as CommonJS and may require nothing but electron.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    plugins: [react(), ...(await dataPlugins())],
    // Workers lie in a folder of their own, because they are served with a policy of their own (ADR 0004).
    worker: {
      format: 'es',
      rolldownOptions: {
        output: { entryFileNames: 'workers/[name]-[hash].js', chunkFileNames: 'workers/[name]-[hash].js' },
      },
    },
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      minify: 'oxc',
      // The window is read from the disk of the same machine.
      chunkSizeWarningLimit: 2_000,
      // No data: addresses: the Content-Security-Policy allows only files of our own origin.
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve(root, 'src/renderer/index.html') },
    },
  },
}));
