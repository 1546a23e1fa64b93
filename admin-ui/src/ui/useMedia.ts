import { useCallback, useSyncExternalStore } from 'react';

/** On paper a table is one table, so that its heading is printed on every page; a sticky one is two. */
export function usePrinting(): boolean {
  return useMedia('print');
}

/** A telephone: one column, and a row of a table is a card. The same width as in console.css. */
export function useNarrow(): boolean {
  return useMedia('screen and (max-width: 640px)');
}

function useMedia(media: string): boolean {
  const listen = useCallback(
    (then: () => void) => {
      const query = window.matchMedia(media);
      query.addEventListener('change', then);
      return () => query.removeEventListener('change', then);
    },
    [media],
  );
  return useSyncExternalStore(listen, () => window.matchMedia(media).matches);
}
