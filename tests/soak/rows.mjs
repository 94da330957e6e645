/**
 * Which tests prove which promise (docs/reliability.md) in full. A test that names a row in its title belongs to that row; one that
 * names none belongs to every row that lists its file, unless `about` says which of the file are meant.
 */
const soak = (name) => `tests/soak/${name}`;
const codec = 'tests/core/document/codec.test.ts';
const nothingLost = 'tests/core/document/nothingLost.test.ts';

export const rows = [
  { row: 1, promise: 'kills during a save', tests: [{ file: soak('killedSave.test.ts') }] },
  { row: 2, promise: 'faults of system calls', tests: [{ file: soak('systemCalls.test.ts') }] },
  { row: 3, promise: 'full disk', tests: [{ file: 'tests/platform/node/fullDisk.test.ts' }] },
  { row: 4, promise: 'order of sync, rename, sync', tests: [{ file: soak('systemCalls.test.ts') }] },
  {
    row: 5,
    promise: 'interleaved saves',
    tests: [{ file: soak('files.test.ts') }, { file: 'tests/contract/electron.test.ts', about: /many saves at once/ }],
  },
  { row: 6, promise: 'left-overs are swept', tests: [{ file: 'tests/platform/node/temporaryFile.test.ts' }] },
  { row: 7, promise: 'links and modes stay', tests: [{ file: 'tests/platform/node/carefulWrite.test.ts' }] },
  {
    row: 8,
    promise: 'changes from outside',
    tests: [
      { file: 'tests/main/documentFiles.test.ts' },
      { file: 'tests/contract/electron.test.ts', about: /another program changed/ },
    ],
  },
  {
    row: 9,
    promise: 'opened twice, killed holders',
    tests: [
      { file: soak('fileLock.test.ts') },
      { file: 'tests/contract/memory.test.ts', about: /tells the second/ },
      { file: 'tests/contract/electron.test.ts', about: /tells the second/ },
    ],
  },
  {
    row: 10,
    promise: 'killed browsers',
    tests: [{ file: soak('kills.spec.ts') }, { file: 'tests/renderer/files/keepBackups.test.ts' }],
  },
  { row: 11, promise: 'backups', tests: [{ file: 'tests/renderer/files/keepBackups.test.ts' }] },
  { row: 12, promise: 'opening changes nothing', tests: [{ file: soak('files.test.ts') }] },
  {
    row: 13,
    promise: 'damaged files',
    tests: [
      { file: soak('documents.test.ts') },
      { file: soak('formats.test.ts') },
      { file: nothingLost, about: /stands twice|lines of ours|not known/ },
    ],
  },
  { row: 14, promise: 'save and open again', tests: [{ file: soak('documents.test.ts') }] },
  {
    row: 15,
    promise: 'old and newer versions',
    tests: [
      { file: codec, about: /old files|newer file/ },
      { file: nothingLost, about: /row 15/ },
      { file: 'tests/renderer/files/filesStore.test.ts', about: /why a file does not open/ },
    ],
  },
  { row: 16, promise: 'typed errors', tests: [{ file: codec, about: /what is (refused|damaged)/ }] },
  { row: 17, promise: 'random commands, undo, redo', tests: [{ file: soak('documents.test.ts') }] },
  {
    row: 18,
    promise: 'names that every object has',
    tests: [{ file: soak('names.test.ts') }, { file: codec, about: /names that every object has/ }],
  },
  { row: 20, promise: 'deflate bomb', tests: [{ file: 'tests/core/importing/inflate.test.ts' }] },
  {
    row: 21,
    promise: 'depth and number',
    tests: [
      { file: codec, about: /deep|50,001/ },
      { file: 'tests/core/render/icon.test.ts', about: /row 21/ },
    ],
  },
  {
    row: 22,
    promise: 'hostile texts',
    tests: [{ file: soak('hostile.test.ts') }, { file: soak('hostile.spec.ts') }],
  },
];

/** The rows that a test named `name` in `file` (as in `rows`) proves something of. */
export function rowsOf(file, name) {
  const named = [...name.matchAll(/\brow (\d+)\b/g)].map(([, number]) => Number(number));
  return rows.filter(
    ({ row, tests }) =>
      (named.length === 0 || named.includes(row)) &&
      tests.some((test) => test.file === file && (test.about === undefined || test.about.test(name))),
  );
}
