import { useSyncExternalStore } from 'react';

let waiting: ServiceWorker | null = null;
/** Another window has taken a new release: the files of the one that runs here are gone. */
let outdated = false;
let asked = false;
const listeners = new Set<() => void>();

function show(worker: ServiceWorker | null): void {
  waiting = worker;
  for (const listener of listeners) listener();
}

/** Keeps the shell on the phone. A new release waits until nobody is on the old one, or until it is asked for. */
export async function keepShell(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const hadOne = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload();
    outdated = hadOne;
    show(waiting);
  });
  const base = import.meta.env.BASE_URL;
  const registration = await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
  const look = () => show(navigator.serviceWorker.controller ? registration.waiting : null);
  look();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
}

/** Asked for by the person: what is in a box lies on the phone at every letter, so the page may begin anew. */
export function takeRelease(): void {
  asked = true;
  if (outdated) location.reload();
  else waiting?.postMessage('now');
}

export function useRelease(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => outdated || waiting !== null,
  );
}
