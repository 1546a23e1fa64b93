import { useEffect, useState, useSyncExternalStore } from 'react';
import { api, got } from '../../api/client';
import { hasCode, isRecord } from '../../api/problem';
import { refreshAll } from '../../api/remote';
import type { Attempt, OverwrittenAnswer } from '../../api/types';
import { discard, keep, take } from '../../store/db';
import { newId } from '../../store/ids';
import { flush, lay, unsent } from '../../store/outbox';

/** An attempt as this phone has it: the paper with what the server took, and the answers that it has not got yet. */
export type Kept = {
  seatId: string;
  attempt: Attempt;
  /** By how many milliseconds the server's clock is ahead of this phone's. */
  ahead: number;
  /** Answers that wait to be sent, by place. */
  waiting: Readonly<Record<number, readonly string[]>>;
  /** What another device had answered and gave way. */
  overwritten: readonly OverwrittenAnswer[];
  handedIn: boolean;
  /** The server takes nothing more, though time has not ended it there yet. */
  over: boolean;
  /** How many answers came too late for the server. */
  late: number;
};

type Given = { answer: string[]; revision: number };

/** What the server is asked, each time under the seat of the attempt. */
export type Server = {
  show: (seatId: string, id: string) => Promise<Attempt>;
  answer: (
    seatId: string,
    id: string,
    place: number,
    given: Given & { device: string },
  ) => Promise<{ answer: string[]; revision: number; overwritten?: OverwrittenAnswer | null }>;
  submit: (
    seatId: string,
    id: string,
    late: { device: string; answers: (Given & { place: number })[] },
  ) => Promise<{ attempt: Attempt; overwritten: OverwrittenAnswer[] }>;
};

const committee: Server = {
  show: (seatId, id) =>
    got(api.GET('/api/quiz-attempts/{id}', { headers: { 'X-Seat': seatId }, params: { path: { id } } })),
  answer: (seatId, id, place, body) =>
    got(
      api.PUT('/api/quiz-attempts/{id}/answers/{place}', {
        headers: { 'X-Seat': seatId },
        params: { path: { id, place } },
        body,
      }),
    ),
  submit: (seatId, id, body) =>
    got(
      api.PUT('/api/quiz-attempts/{id}/submission', {
        headers: { 'X-Seat': seatId },
        params: { path: { id } },
        body,
      }),
    ),
};

let server = committee;

/** Another server than the committee's, for tests. */
export function talkTo(other: Server): void {
  server = other;
}

const pause = 700;
const memory = new Map<string, Kept>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();

const keyOf = (seatId: string, id: string): string => `quiz:${seatId}/${id}`;

let name: string | undefined;

/** A name of this device, to tell its answers from another's. */
function device(): string {
  name ??= globalThis.localStorage?.getItem('tongxin.device') ?? newId();
  globalThis.localStorage?.setItem('tongxin.device', name);
  return name;
}

function isKept(value: unknown): value is Kept {
  return isRecord(value) && isRecord(value.attempt) && isRecord(value.waiting);
}

function show(kept: Kept): void {
  memory.set(keyOf(kept.seatId, kept.attempt.id), kept);
  for (const listener of listeners) listener();
}

async function write(kept: Kept): Promise<void> {
  const key = keyOf(kept.seatId, kept.attempt.id);
  show(kept);
  const isOfUse = kept.attempt.status === 'STARTED' || kept.late > 0;
  await (isOfUse ? keep('drafts', key, kept) : discard('drafts', key));
}

/** The shelf before this window's memory: another window of the phone may have answered too. */
async function find(seatId: string, id: string): Promise<Kept | null> {
  const key = keyOf(seatId, id);
  const kept = await take('drafts', key);
  return isKept(kept) ? kept : (memory.get(key) ?? null);
}

let lastTurn: Promise<void> = Promise.resolve();

/** The next of what is kept, made from the latest, one after the other in all windows: nothing that happened meanwhile is lost. */
function change(seatId: string, id: string, how: (kept: Kept) => Kept | null): Promise<void> {
  const work = async () => {
    const latest = await find(seatId, id);
    const next = latest && how(latest);
    if (next) await write(next);
  };
  const turn = lastTurn.then(async () => {
    await (globalThis.navigator?.locks?.request('tongxin.quiz', work) ?? work());
  });
  lastTurn = turn.catch(() => {});
  return turn;
}

/** What the server says now, with what this phone still has to say. */
function met(kept: Kept | null, seatId: string, attempt: Attempt): Kept {
  const open = attempt.status === 'STARTED';
  const waiting = kept?.waiting ?? {};
  return {
    seatId,
    attempt,
    ahead: new Date(attempt.now).getTime() - Date.now(),
    waiting: open ? waiting : {},
    overwritten: kept?.overwritten ?? [],
    handedIn: open && (kept?.handedIn ?? false),
    over: open && (kept?.over ?? false),
    late: (kept?.late ?? 0) + (open ? 0 : Object.keys(waiting).length),
  };
}

/** Asks the server; where it cannot be reached the phone's own will do. What an earlier opening could not send goes now. */
export async function meet(seatId: string, id: string): Promise<void> {
  const kept = await find(seatId, id);
  if (kept && memory.get(keyOf(seatId, id)) !== kept) await write(kept);
  try {
    const attempt = await server.show(seatId, id);
    if (kept) await change(seatId, id, (latest) => met(latest, seatId, attempt));
    else await write(met(null, seatId, attempt));
  } catch (error) {
    if (!kept) throw error;
  }
  void post(seatId, id);
}

/** Kept at once, with the line that sends it; sent a moment later. */
export async function answer(seatId: string, id: string, place: number, given: readonly string[]): Promise<void> {
  const answered = (kept: Kept) =>
    kept.attempt.status === 'STARTED' && !kept.handedIn
      ? { ...kept, waiting: { ...kept.waiting, [place]: given } }
      : null;
  const key = keyOf(seatId, id);
  const known = memory.get(key);
  const next = known && answered(known);
  if (next) show(next); // before it lies on the shelf: the next tap builds on it
  await change(seatId, id, answered);
  await laid(seatId, id);
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => void post(seatId, id), pause),
  );
}

export async function handIn(seatId: string, id: string): Promise<void> {
  clearTimeout(timers.get(keyOf(seatId, id)));
  await change(seatId, id, (kept) => ({ ...kept, handedIn: kept.attempt.status === 'STARTED' }));
  await post(seatId, id);
}

const hasLine = (id: string): boolean =>
  unsent().some(({ matter }) => matter.kind === 'quiz' && matter.attemptId === id);

/** One line of the outbox for each attempt, whatever there is to send of it; false where nothing is. */
async function laid(seatId: string, id: string): Promise<boolean> {
  const kept = await find(seatId, id);
  if (!kept || !hasToSend(kept)) return false;
  if (!hasLine(id)) await lay(seatId, kept.attempt.title, { kind: 'quiz', attemptId: id });
  return true;
}

async function post(seatId: string, id: string): Promise<void> {
  while (await laid(seatId, id)) {
    await flush();
    if (hasLine(id)) return; // no signal: the outbox tries again by itself
  }
}

function hasToSend({ attempt, waiting, handedIn, over }: Kept): boolean {
  return attempt.status === 'STARTED' && !over && (handedIn || Object.keys(waiting).length > 0);
}

/** Everything that this phone has to say about an attempt, in the order of its questions; then that it is handed in. */
export async function send(seatId: string, id: string): Promise<void> {
  try {
    let place = await nextPlace(seatId, id);
    while (place !== null) {
      await sendOne(seatId, id, place);
      place = await nextPlace(seatId, id);
    }
    const kept = await find(seatId, id);
    if (kept?.handedIn && hasToSend(kept)) await submit(kept);
  } catch (error) {
    const kept = await find(seatId, id);
    if (hasCode(error, 'quiz.time-over') && kept && !kept.handedIn) {
      await change(seatId, id, (latest) => ({ ...latest, handedIn: true })); // past its end only the whole is taken
      return send(seatId, id);
    }
    if (!hasCode(error, 'quiz.time-over') && !hasCode(error, 'quiz.attempt-finished')) throw error;
    await meet(seatId, id);
    await close(seatId, id);
  }
}

/** Nothing more is taken: what still waits has come too late. */
async function close(seatId: string, id: string): Promise<void> {
  await change(seatId, id, (kept) =>
    kept.attempt.status === 'STARTED'
      ? { ...kept, waiting: {}, handedIn: true, over: true, late: kept.late + Object.keys(kept.waiting).length }
      : null,
  );
  refreshAll();
}

async function nextPlace(seatId: string, id: string): Promise<number | null> {
  const kept = await find(seatId, id);
  if (!kept || kept.handedIn) return null;
  const [first] = Object.keys(kept.waiting).map(Number);
  return first ?? null;
}

async function sendOne(seatId: string, id: string, place: number): Promise<void> {
  const before = await find(seatId, id);
  const given = before?.waiting[place];
  if (!before || !given) return;
  const saved = await server.answer(seatId, id, place, {
    answer: [...given],
    revision: revisionOf(before, place),
    device: device(),
  });
  await change(seatId, id, (now) => {
    const items = now.attempt.items.map((item) =>
      item.place === place ? { ...item, answer: saved.answer, revision: saved.revision } : item,
    );
    const { [place]: latest, ...rest } = now.waiting;
    return {
      ...now,
      attempt: { ...now.attempt, items },
      waiting: String(latest) === String(given) ? rest : now.waiting,
      overwritten: saved.overwritten ? [...now.overwritten, saved.overwritten] : now.overwritten,
    };
  });
}

async function submit(kept: Kept): Promise<void> {
  const { seatId, attempt } = kept;
  const taken = await server.submit(seatId, attempt.id, {
    device: device(),
    answers: Object.entries(kept.waiting).map(([place, given]) => ({
      place: Number(place),
      answer: [...given],
      revision: revisionOf(kept, Number(place)),
    })),
  });
  const done = met({ ...kept, waiting: {} }, seatId, taken.attempt);
  await write({ ...done, overwritten: [...kept.overwritten, ...taken.overwritten] });
  refreshAll();
}

function revisionOf(kept: Kept, place: number): number {
  return kept.attempt.items.find((item) => item.place === place)?.revision ?? 0;
}

/** An attempt for a screen: the phone's at once, the server's as soon as it comes. */
export function useKept(
  seatId: string,
  id: string,
): { kept: Kept | null; error: unknown; reload: () => Promise<void> } {
  const [error, setError] = useState<unknown>(null);
  const kept = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => memory.get(keyOf(seatId, id)) ?? null,
  );
  const reload = () =>
    meet(seatId, id).then(
      () => setError(null),
      (problem: unknown) => setError(problem),
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each attempt
  useEffect(() => {
    void reload();
  }, [seatId, id]);
  return { kept, error, reload };
}

/** As after the page was closed and opened again: only what lies on the shelf is left. */
export function forgetKept(): void {
  memory.clear();
  for (const timer of timers.values()) clearTimeout(timer);
}
