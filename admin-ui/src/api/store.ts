import { credentials } from './client';

/** Everything this browser keeps is kept under the seat it was written for. */
function keyFor(name: string): string {
  return `tongxin.${credentials.seatId ?? 'no-seat'}.${name}`;
}

/** Typed text: kept for this tab only, gone when it closes. */
export const drafts = {
  read: (name: string): unknown => parse(sessionStorage.getItem(keyFor(name))),
  write: (name: string, value: unknown): void => sessionStorage.setItem(keyFor(name), JSON.stringify(value)),
  drop: (name: string): void => sessionStorage.removeItem(keyFor(name)),
};

/** A person's habits on this machine, such as saved views; nothing of the committee's content. */
export const habits = {
  read: (name: string): unknown => parse(localStorage.getItem(keyFor(name))),
  write: (name: string, value: unknown): void => localStorage.setItem(keyFor(name), JSON.stringify(value)),
};

/** On log-out the next person at this desk finds nothing. */
export function dropAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('tongxin.')) sessionStorage.removeItem(key);
}

function parse(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
