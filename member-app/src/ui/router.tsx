import { type ReactNode, useSyncExternalStore } from 'react';

/** Addresses after the #, so that any server that serves one page serves them all and none of it reaches a log. */
export function go(path: string, replace = false): void {
  if (replace) globalThis.location.replace(`#${path}`);
  else globalThis.location.hash = path;
}

export function back(otherwise: string): void {
  if (globalThis.history.length > 1) globalThis.history.back();
  else go(otherwise, true);
}

export function usePath(): string {
  return useSyncExternalStore(
    (listener) => {
      globalThis.addEventListener('hashchange', listener);
      return () => globalThis.removeEventListener('hashchange', listener);
    },
    () => globalThis.location.hash.slice(1) || '/',
  );
}

export type Route = readonly [pattern: string, page: (id: string) => ReactNode];

/** The first route whose pattern fits; `:id` stands for one segment. */
export function pageAt(path: string, routes: readonly Route[]): ReactNode {
  for (const [pattern, page] of routes) {
    const match = new RegExp(`^${pattern.replace(':id', '([^/?]+)')}(?:\\?.*)?$`).exec(path);
    if (match) return page(decodeURIComponent(match[1] ?? ''));
  }
  return null;
}
