import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { keep, take } from '../store/db';
import { actingSeat } from './client';
import { isRecord } from './problem';

/** Server state: what was last seen is shown at once and refreshed behind. Kept by seat, in memory and where it says so on the phone. */
export type Remote<T> = { data: T | null; error: unknown; loading: boolean; reload: () => Promise<void> };
export type Page<T> = { items: T[]; next?: string | null };
export type Pages<T> = Omit<Remote<T[]>, 'data'> & { items: T[] | null; more: (() => Promise<void>) | null };

const listeners = new Set<() => void>();
const caches: Array<Pick<Map<string, unknown>, 'clear' | 'keys' | 'delete'>> = [];
let generation = 0;

/** After a write: everything on screen asks again. */
export function refreshAll(): void {
  generation += 1;
  for (const listener of listeners) listener();
}

/** Locked or logged out: nothing stays in memory. */
export function forgetAll(): void {
  for (const cache of caches) cache.clear();
  refreshAll();
}

/** What one thing is asked for with is not held in memory any longer. */
export function forget(seatId: string, id: string): void {
  for (const cache of caches)
    for (const key of [...cache.keys()]) {
      const [seat, ...args] = key.split('\n');
      if (seat === seatId && args.includes(id)) cache.delete(key);
    }
}

function useGeneration(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => generation,
  );
}

/** Something the server can be asked for, by a few words that are its key; `recall` is what the phone still knows of it. */
export type Question<A extends readonly string[], T> = {
  load: (...args: A) => Promise<T>;
  recall: (...args: A) => Promise<T | null>;
  kept: Map<string, T>;
};

export function question<A extends readonly string[], T>(
  load: (...args: A) => Promise<T>,
  recall: (...args: A) => Promise<T | null> = async () => null,
): Question<A, T> {
  const kept = new Map<string, T>();
  caches.push(kept);
  return { load, recall, kept };
}

/** A question whose answers stay on the phone, sealed, so that they can be read without a network. Never for restricted papers. */
export function keptQuestion<A extends readonly string[], T>(
  name: string,
  load: (...args: A) => Promise<T>,
): Question<A, T> {
  const keyOf = (seatId: string, args: A) => [seatId, name, ...args].join('/');
  return question(
    async (...args: A) => {
      const key = keyOf(actingSeat(), args);
      const answer = await load(...args);
      await keepSeen(key, answer);
      return answer;
    },
    (...args: A) => recallSeen(keyOf(actingSeat(), args)),
  );
}

/** An answer as this release's server gives it; another release's is not understood. */
type Seen<T> = { form: string; answer: T };

/** A full store keeps nothing more to read; what came is shown all the same. */
export function keepSeen<T>(key: string, answer: T): Promise<void> {
  const seen: Seen<T> = { form: __FORM__, answer };
  return keep('seen', key, seen).catch(() => {});
}

export async function recallSeen<T>(key: string): Promise<T | null> {
  const seen = await take('seen', key);
  return isOfThisForm<T>(seen) ? seen.answer : null;
}

function isOfThisForm<T>(value: unknown): value is Seen<T> {
  return isRecord(value) && value.form === __FORM__;
}

export function useRemote<A extends readonly string[], T>(
  { load, recall, kept }: Question<A, T>,
  ...args: A
): Remote<T> {
  const key = [actingSeat(), ...args].join('\n');
  const now = useGeneration();
  const [state, setState] = useState<{ key: string; error: unknown; loading: boolean }>({
    key,
    error: null,
    loading: true,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the arguments
  const reload = useCallback(async () => {
    setState({ key, error: null, loading: true });
    try {
      kept.set(key, await load(...args));
      setState({ key, error: null, loading: false });
    } catch (error) {
      setState({ key, error, loading: false });
    }
  }, [key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the arguments
  useEffect(() => {
    if (kept.has(key)) return;
    void recall(...args).then((answer) => {
      if (answer === null || kept.has(key) || !key.startsWith(actingSeat())) return;
      kept.set(key, answer);
      setState((before) => ({ ...before }));
    });
  }, [key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new generation asks again
  useEffect(() => {
    void reload();
  }, [reload, now]);
  const current = state.key === key ? state : { error: null, loading: true };
  return { data: kept.get(key) ?? null, error: current.error, loading: current.loading, reload };
}

/** A list asked for page by page. */
export type Listing<A extends readonly string[], T> = {
  first: Question<A, Page<T>>;
  load: (after: string | undefined, ...args: A) => Promise<Page<T>>;
};

export function listing<A extends readonly string[], T>(
  load: (after: string | undefined, ...args: A) => Promise<Page<T>>,
  first: Question<A, Page<T>> = question((...args: A) => load(undefined, ...args)),
): Listing<A, T> {
  return { first, load };
}

export function usePages<A extends readonly string[], T>({ first: start, load }: Listing<A, T>, ...args: A): Pages<T> {
  const first = useRemote(start, ...args);
  const [rest, setRest] = useState<{ of: Page<T> | null; items: T[]; next?: string | null }>({ of: null, items: [] });
  const [error, setError] = useState<unknown>(null);
  const shown = rest.of === first.data ? rest : { of: first.data, items: [], next: first.data?.next };
  const more = async (): Promise<void> => {
    try {
      setError(null);
      const page = await load(shown.next ?? undefined, ...args);
      setRest({ of: first.data, items: [...shown.items, ...page.items], next: page.next });
    } catch (problem) {
      setError(problem);
    }
  };
  return {
    items: first.data && [...first.data.items, ...shown.items],
    error: first.error ?? error,
    loading: first.loading,
    reload: first.reload,
    more: shown.next ? more : null,
  };
}
