/** The browser's own database, as far as it is needed: two stores of records by key. */

/** A file that the browser lets us open again, after asking. */
export interface KeptFile {
  readonly token: string;
  readonly handle: FileSystemFileHandle;
  /** When it was last opened or saved, ms since 1970. */
  readonly time: number;
}

/** A sketch that is not saved yet, so that a crash does not lose it. `time`: ms since 1970. */
export interface KeptBackup {
  readonly id: string;
  readonly text: string;
  readonly time: number;
}

interface Stores {
  readonly files: KeptFile;
  readonly backups: KeptBackup;
}

/** Every call may reject: private windows and full disks. */
export interface Database {
  all<Name extends keyof Stores>(store: Name): Promise<readonly Stores[Name][]>;
  /** Answered once the record is on the disk, not only on its way there. */
  put<Name extends keyof Stores>(store: Name, record: Stores[Name]): Promise<void>;
  remove(store: keyof Stores, key: string): Promise<void>;
}

const answered = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const open = (factory: IDBFactory): Promise<IDBDatabase> => {
  const request = factory.open('lodestack', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('files', { keyPath: 'token' });
    request.result.createObjectStore('backups', { keyPath: 'id' });
  };
  return answered(request);
};

/** Opens the database at the first call. */
export function openDatabase(factory: IDBFactory): Database {
  let opening: Promise<IDBDatabase> | undefined;
  const database = (): Promise<IDBDatabase> => {
    opening ??= open(factory);
    return opening;
  };
  const change = async (store: keyof Stores, work: (store: IDBObjectStore) => void): Promise<void> => {
    // By default the browser answers before the disk has it, and a kill of the browser then loses seconds.
    const transaction = (await database()).transaction(store, 'readwrite', { durability: 'strict' });
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(store));
    });
  };
  return {
    all: async (store) => answered((await database()).transaction(store).objectStore(store).getAll()),
    put: (store, record) => change(store, (records) => records.put(record)),
    remove: (store, key) => change(store, (records) => records.delete(key)),
  };
}
