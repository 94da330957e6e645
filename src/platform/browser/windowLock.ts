/** Locks that every window of this browser sees, and that go with the window that holds them, however it ends. */

/** Takes a lock for as long as the window lives, or until it is given back; undefined where another window has it. */
export const takeLock = (locks: LockManager | undefined, name: string): Promise<(() => void) | undefined> => {
  // A browser without locks tells nobody.
  if (locks === undefined) return Promise.resolve(() => undefined);
  return new Promise((resolve) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(undefined);
        return new Promise<void>((release) => resolve(() => release()));
      })
      .catch(() => resolve(() => undefined));
  });
};

/** Names of the locks that any window holds. */
export const heldLocks = async (locks: LockManager | undefined): Promise<ReadonlySet<string>> => {
  const { held = [] } = (await locks?.query().catch(() => undefined)) ?? {};
  return new Set(held.flatMap(({ name }) => name ?? []));
};
