// The import table: which room may import which (README.md says what each is for). Type-only imports count.
const rooms = {
  'core/base': [],
  'core/catalog': ['core/base'],
  'core/text': ['core/base'],
  'core/diagram': ['core/base'],
  'core/decision': ['core/base', 'core/catalog'],
  // Turns a decision into a diagram; a room of its own, so that diagram stays free of decisions (ADR 0002).
  'core/drafting': ['core/base', 'core/catalog', 'core/decision', 'core/diagram'],
  // What is asked of a decision after it is made (ADR 0007): each asks the engine, none of them is asked by it.
  'core/planning': ['core/base', 'core/catalog', 'core/decision'],
  'core/sensitivity': ['core/base', 'core/catalog', 'core/decision'],
  'core/comparison': ['core/base', 'core/catalog', 'core/decision'],
  'core/guide': ['core/base', 'core/catalog', 'core/decision'],
  'core/review': ['core/base', 'core/catalog', 'core/decision'],
  // What is wrong with a diagram, for what it is meant to do.
  'core/checks': ['core/base', 'core/catalog', 'core/decision', 'core/diagram', 'core/drafting'],
  // Architectures to start from, as needs: a decision, its draft, and what a hand would add.
  'core/templates': ['core/base', 'core/catalog', 'core/decision', 'core/diagram', 'core/drafting', 'core/checks'],
  'core/document': ['core/base', 'core/diagram', 'core/decision'],
  'core/layout': ['core/base', 'core/diagram', 'core/text'],
  // A picture shows verdicts: it may name their types, and nothing else of the room (ADR 0002).
  'core/scene': [
    'core/base',
    'core/diagram',
    'core/catalog',
    'core/layout/layout.ts',
    'core/text',
    'core/decision/decision.ts',
  ],
  'core/render': ['core/base', 'core/scene', 'core/text'],
  'core/export': [
    'core/base',
    'core/catalog',
    'core/scene',
    'core/diagram',
    'core/decision',
    'core/document',
    'core/planning',
    'core/sensitivity',
    'core/comparison',
    'core/review',
  ],
  // Pictures as pixels: in bands, by several painters at once (ADR 0014).
  'core/png': ['core/base', 'core/scene', 'core/render'],
  'core/importing': ['core/base', 'core/catalog', 'core/scene', 'core/diagram', 'core/decision', 'core/document'],
  'platform/memory': ['core/base', 'core/document', 'platform/*'],
  'platform/browser': ['core/base', 'platform/*'],
  'platform/electron': ['core/base', 'platform/*'],
  'platform/*': ['core/base', 'core/document'],
  // Node code that both the main process and the command line need: the careful write.
  'platform/node': ['core/base'],
  preload: ['platform/ipcContract.ts'],
  main: ['platform/*', 'platform/node', 'core/base'],
  renderer: ['core', 'platform/*'],
  cli: ['core', 'platform/node'],
};

/** A room as a pattern of paths: a folder, one file, or (`/*`) the files that lie directly in a folder. */
const pattern = (room) => {
  const path = room.replaceAll('.', '\\.');
  if (room.endsWith('/*')) return `^src/${path.slice(0, -2)}/[^/]+$`;
  return room.endsWith('.ts') ? `^src/${path}$` : `^src/${path}/`;
};

const forbidden = Object.entries(rooms).map(([room, allowed]) => ({
  name: `room ${room}`,
  severity: 'error',
  // The composition root is the one file of the renderer that names a concrete adapter.
  from: { path: pattern(room), pathNot: '^src/renderer/compositionRoot\\.tsx?$' },
  to: { path: '^(src|tests|bench|scripts)/', pathNot: [room, ...allowed].map(pattern) },
}));

const only = (name, packagePattern, from) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: from },
  to: { path: packagePattern, dependencyTypesNot: ['type-only'] },
});

module.exports = {
  forbidden: [
    ...forbidden,
    only('elkjs only in layout', 'node_modules/elkjs', '^src/core/layout/'),
    only(
      "'electron' as a value only in main/index.ts and preload",
      '(^|node_modules/)electron(/|$)',
      '^src/(main/index\\.ts|preload/)',
    ),
    { name: 'core knows no Node', severity: 'error', from: { path: '^src/core/' }, to: { dependencyTypes: ['core'] } },
    {
      name: 'core and platform know no React or Electron',
      severity: 'error',
      from: { path: '^src/(core|platform|cli|main)/' },
      to: { path: 'node_modules/(react|react-dom|@xyflow|react-aria-components|zustand)/' },
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'everything resolves',
      severity: 'error',
      from: { path: '^src/' },
      // The loader of the command line resolves by conditions that the cruiser does not follow.
      to: { couldNotResolve: true, pathNot: ['^virtual:', '^tsx/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
