/** What the phone keeps: drafts, lines and files not yet sent. Falls back to memory where IndexedDB is denied. */
export type Shelf = 'drafts' | 'outbox' | 'files';

const shelves: readonly Shelf[] = ['drafts', 'outbox', 'files'];

const memory: Record<Shelf, Map<string, unknown>> = { drafts: new Map(), outbox: new Map(), files: new Map() };
let opening: Promise<IDBDatabase | null> | null = null;

function open(): Promise<IDBDatabase | null> {
  opening ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open('tongxin', 2);
      request.onupgradeneeded = () => {
        const there = request.result.objectStoreNames;
        for (const shelf of shelves) if (!there.contains(shelf)) request.result.createObjectStore(shelf);
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opening;
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export async function keep(shelf: Shelf, key: string, value: unknown): Promise<void> {
  const db = await open();
  if (!db) memory[shelf].set(key, value);
  else await finished(db.transaction(shelf, 'readwrite').objectStore(shelf).put(value, key));
}

export async function take(shelf: Shelf, key: string): Promise<unknown> {
  const db = await open();
  return db ? finished<unknown>(db.transaction(shelf).objectStore(shelf).get(key)) : memory[shelf].get(key);
}

export async function discard(shelf: Shelf, key: string): Promise<void> {
  const db = await open();
  if (!db) memory[shelf].delete(key);
  else await finished(db.transaction(shelf, 'readwrite').objectStore(shelf).delete(key));
}

/** All values whose key begins so, in the order of their keys. */
export async function all(shelf: Shelf, prefix: string): Promise<unknown[]> {
  const db = await open();
  if (db) {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    return finished<unknown[]>(db.transaction(shelf).objectStore(shelf).getAll(range));
  }
  const keys = [...memory[shelf].keys()].filter((key) => key.startsWith(prefix)).sort();
  return keys.map((key) => memory[shelf].get(key));
}
