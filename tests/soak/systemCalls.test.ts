import { type Fault, testSystemCalls } from '../support/testSystemCalls.ts';

/** What each call of a save can answer by its manual page; each fault is tried in every place where the call is made. */
const codes: Readonly<Record<string, readonly string[]>> = {
  openat: ['EACCES', 'EMFILE', 'ENFILE', 'ENOSPC', 'EROFS', 'EIO', 'ENOMEM', 'EDQUOT'],
  write: ['ENOSPC', 'EIO', 'EDQUOT', 'EFBIG', 'EINTR', 'EPERM'],
  fchmod: ['EPERM', 'EIO', 'EROFS'],
  fsync: ['ENOSPC', 'EIO', 'EDQUOT', 'EROFS'],
  close: ['EIO', 'ENOSPC', 'EDQUOT'],
  // What stands there, and whose it is.
  statx: ['EACCES', 'EIO', 'ENOMEM'],
  // Where it is, links followed.
  readlink: ['EACCES', 'EIO', 'ENOMEM'],
  rename: ['EACCES', 'EPERM', 'ENOSPC', 'EIO', 'EXDEV', 'EBUSY', 'EROFS', 'EDQUOT'],
};

testSystemCalls(Object.entries(codes).flatMap(([call, list]) => list.map((code): Fault => [call, code])));
