/** IndexedDB as it is: rows under a key on a shelf. Falls back to memory where it is denied. */
const names = ['drafts', 'outbox', 'files', 'seen', 'papers', 'key'] as const;
export type Shelf = (typeof names)[number];

/** Puts a row, or takes it away where there is no value. */
export type Change = { shelf: Shelf; key: string; value?: unknown };

const memory: Record<Shelf, Map<string, unknown>> = {
  drafts: new Map(),
  outbox: new Map(),
  files: new Map(),
  seen: new Map(),
  papers: new Map(),
  key: new Map(),
};
let opening: Promise<IDBDatabase | null> | null = null;

function open(): Promise<IDBDatabase | null> {
  opening ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open('tongxin', 3);
      request.onupgradeneeded = () => {
        for (const name of names)
          if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
      };
      request.onsuccess = () => {
        request.result.onversionchange = () => {
          request.result.close();
          opening = null;
        };
        resolve(request.result);
      };
      request.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opening;
}

/** All of it or nothing. */
export async function write(changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const db = await open();
  if (!db) {
    for (const { shelf, key, value } of changes)
      if (value === undefined) memory[shelf].delete(key);
      else memory[shelf].set(key, value);
    return;
  }
  const work = db.transaction([...new Set(changes.map(({ shelf }) => shelf))], 'readwrite');
  for (const { shelf, key, value } of changes) {
    if (value === undefined) work.objectStore(shelf).delete(key);
    else work.objectStore(shelf).put(value, key);
  }
  await new Promise<void>((resolve, reject) => {
    work.oncomplete = () => resolve();
    work.onerror = () => reject(work.error);
    work.onabort = () => reject(work.error);
  });
}

export async function read(shelf: Shelf, key: string): Promise<unknown> {
  const db = await open();
  return db ? finished<unknown>(db.transaction(shelf).objectStore(shelf).get(key)) : memory[shelf].get(key);
}

/** The rows whose key begins so, in the order of their keys. */
export async function rows(shelf: Shelf, prefix: string): Promise<Array<[key: string, value: unknown]>> {
  const db = await open();
  if (!db) {
    const found = [...memory[shelf]].filter(([key]) => key.startsWith(prefix));
    return found.sort(([one], [other]) => (one < other ? -1 : 1));
  }
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const store = db.transaction(shelf).objectStore(shelf);
  const [keys, values] = await Promise.all([
    finished(store.getAllKeys(range)),
    finished<unknown[]>(store.getAll(range)),
  ]);
  return keys.map((key, index) => [String(key), values[index]]);
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
