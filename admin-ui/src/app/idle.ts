/** Where the windows of one browser keep what they share. */
type Shared = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'tongxin.last-sign';
export const idleMinutes = 20;

/** Somebody is at work in a window of the console. All windows of this browser share it, and a reload keeps it. */
export function signOfLife(now: number, shared: Shared = window.localStorage): void {
  const last = lastSign(shared);
  if (last === undefined || now - last >= 1_000) shared.setItem(KEY, String(now));
}

/** Nobody has been for twenty minutes: whoever comes now proves who they are. False where nobody ever was. */
export function isIdle(now: number, shared: Shared = window.localStorage): boolean {
  const last = lastSign(shared);
  return last !== undefined && now - last >= idleMinutes * 60_000;
}

function lastSign(shared: Shared): number | undefined {
  const kept = shared.getItem(KEY);
  return kept ? Number(kept) : undefined;
}
