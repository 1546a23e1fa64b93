import { isRecord } from '../api/problem';
import { holdsKey, isSealed, lastOwner, sealed, unsealed } from './seal';
import { type Change, read, rows, type Shelf, write } from './shelves';

/** What the phone keeps, sealed with the key of the session: drafts, lines and files not yet sent, and what was last seen. */
export type { Change, Shelf } from './shelves';

/** Written while there was no key, as when the phone locked just then; sealed as soon as its owner is in again. */
const loose = new Map<string, Change & { owner: string }>();
const nameOf = ({ shelf, key }: Change): string => `${shelf}\n${key}`;

let lastTurn: Promise<void> = Promise.resolve();
const listeners = new Set<() => void>();

/** Something was kept or let go. */
export function whenChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** All of it or nothing; one after the other, so that older words never come after newer ones. */
export function change(changes: readonly Change[]): Promise<void> {
  const turn = lastTurn.then(() => carryOut(changes));
  lastTurn = turn.catch(() => {});
  return turn;
}

async function carryOut(changes: readonly Change[]): Promise<void> {
  const ready: Change[] = [];
  for (const each of changes) {
    loose.delete(nameOf(each));
    const box = each.value === undefined ? undefined : await sealed(each.value);
    if (box === null) loose.set(nameOf(each), { ...each, owner: await lastOwner() });
    else ready.push({ ...each, value: box });
  }
  await write(ready);
  for (const listener of listeners) listener();
}

export function keep(shelf: Shelf, key: string, value: unknown): Promise<void> {
  return change([{ shelf, key, value }]);
}

export function discard(shelf: Shelf, key: string): Promise<void> {
  return change([{ shelf, key }]);
}

export async function take(shelf: Shelf, key: string): Promise<unknown> {
  const row = await read(shelf, key);
  const late = loose.get(nameOf({ shelf, key }));
  if (late && late.owner === (await lastOwner())) return late.value;
  return isSealed(row) ? unsealed(row) : undefined;
}

/** All values of this person whose key begins so, in the order of their keys. */
export async function all(shelf: Shelf, prefix: string): Promise<unknown[]> {
  return (await entries(shelf, prefix)).map(([, value]) => value);
}

export async function entries(shelf: Shelf, prefix: string): Promise<Array<[key: string, value: unknown]>> {
  const found = new Map<string, unknown>();
  for (const [key, row] of await rows(shelf, prefix)) found.set(key, isSealed(row) ? await unsealed(row) : undefined);
  const owner = await lastOwner();
  for (const each of loose.values())
    if (each.shelf === shelf && each.owner === owner && each.key.startsWith(prefix)) found.set(each.key, each.value);
  return [...found].filter(([, value]) => value !== undefined).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** How many rows of the last person lie there, open or locked. */
export async function count(shelf: Shelf): Promise<number> {
  const owner = await lastOwner();
  return (await rows(shelf, '')).filter(([, row]) => isSealed(row) && row.by === owner).length;
}

/** The keys that begin so, whoever can open what lies under them. */
export async function keysUnder(shelf: Shelf, prefix: string): Promise<string[]> {
  const late = [...loose.values()].filter((each) => each.shelf === shelf && each.key.startsWith(prefix));
  return [...new Set([...(await rows(shelf, prefix)).map(([key]) => key), ...late.map(({ key }) => key)])];
}

/** Seals what was kept without a key, and what a release before sealing kept for one of these seats. */
export async function sealTheRest(seatIds: readonly string[]): Promise<void> {
  if (!holdsKey()) return;
  const owner = await lastOwner();
  await change([...loose.values()].filter((each) => each.owner === owner));
  for (const shelf of ['drafts', 'outbox', 'files'] as const) {
    for (const [key, value] of await rows(shelf, '')) {
      const isPlain = isRecord(value) && !isSealed(value);
      if (isPlain && typeof value.seatId === 'string' && seatIds.includes(value.seatId)) await keep(shelf, key, value);
    }
  }
}

/** Of everybody's, what was last seen before that moment: nobody looks at it any more. */
export async function forgetOld(before: number): Promise<void> {
  const old = (await rows('seen', '')).filter(([, row]) => !isSealed(row) || row.at < before);
  await write(old.map(([key]) => ({ shelf: 'seen', key })));
}

/** Takes away what this person was shown and has saved to read. His own words stay. */
export async function forgetSeen(): Promise<void> {
  const owner = await lastOwner();
  for (const shelf of ['seen', 'papers'] as const) {
    const mine = (await rows(shelf, '')).filter(([, row]) => isSealed(row) && row.by === owner);
    await write(mine.map(([key]) => ({ shelf, key })));
  }
}
