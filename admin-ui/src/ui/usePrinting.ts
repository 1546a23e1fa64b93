import { useSyncExternalStore } from 'react';

const paper = () => window.matchMedia('print');

/** On paper a table is one table, so that its heading is printed on every page; a sticky one is two. */
export function usePrinting(): boolean {
  return useSyncExternalStore(listen, () => paper().matches);
}

function listen(then: () => void): () => void {
  const query = paper();
  query.addEventListener('change', then);
  return () => query.removeEventListener('change', then);
}
