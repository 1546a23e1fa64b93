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

/** Another window of an earlier release holds the store. */
export class Blocked extends Error {}

/** Whether what is kept is still there when the page is closed: not where the phone denies a store or a key to seal with. */
export async function isLasting(): Promise<boolean> {
  return crypto.subtle !== undefined && (await open()) !== null;
}

function open(): Promise<IDBDatabase | null> {
  opening ??= new Promise((resolve, reject) => {
    const shut = () => {
      opening = null;
    };
    try {
      const request = indexedDB.open('tongxin', 3);
      request.onupgradeneeded = () => {
        for (const name of names)
          if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
      };
      request.onsuccess = () => {
        request.result.onversionchange = () => {
          request.result.close();
          shut();
        };
        request.result.onclose = shut;
        resolve(request.result);
      };
      request.onblocked = () => {
        shut();
        reject(new Blocked());
      };
      request.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opening;
}

/** Begins a piece of work. A handle that the system has closed behind our back is opened anew, once. */
async function begin(shelves: Shelf[], mode: IDBTransactionMode = 'readonly'): Promise<IDBTransaction | null> {
  const db = await open();
  try {
    return db?.transaction(shelves, mode) ?? null;
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
    opening = null;
    return (await open())?.transaction(shelves, mode) ?? null;
  }
}

/** All of it or nothing. */
export async function write(changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const work = await begin([...new Set(changes.map(({ shelf }) => shelf))], 'readwrite');
  if (!work) {
    for (const { shelf, key, value } of changes)
      if (value === undefined) memory[shelf].delete(key);
      else memory[shelf].set(key, value);
    return;
  }
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
  const work = await begin([shelf]);
  return work ? finished<unknown>(work.objectStore(shelf).get(key)) : memory[shelf].get(key);
}

/** The rows whose key begins so, in the order of their keys. */
export async function rows(shelf: Shelf, prefix: string): Promise<Array<[key: string, value: unknown]>> {
  const work = await begin([shelf]);
  if (!work) {
    const found = [...memory[shelf]].filter(([key]) => key.startsWith(prefix));
    return found.sort(([one], [other]) => (one < other ? -1 : 1));
  }
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const store = work.objectStore(shelf);
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
