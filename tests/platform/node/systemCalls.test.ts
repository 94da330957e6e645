import { testSystemCalls } from '../../support/testSystemCalls.ts';

// One fault of each call; the soak run has the whole matrix.
testSystemCalls([
  ['openat', 'EMFILE'],
  ['write', 'ENOSPC'],
  ['fsync', 'EIO'],
  ['close', 'EDQUOT'],
  ['rename', 'EACCES'],
]);
