import { useSyncExternalStore } from 'react';
import { ApiProblem, isRecord } from '../api/problem';
import type { Post, RatingGiven } from '../api/types';
import { all, discard, keep } from './db';
import { newId } from './ids';

/** What can be written without a connection and sent later. */
export type Matter =
  | { kind: 'post'; groupId: string; id: string; text: string; more?: PostMore }
  | { kind: 'submission'; proposalId: string }
  | { kind: 'report'; reportId: string }
  | { kind: 'rating'; assignmentId: string; given: RatingGiven };

/** What a post says besides its words; without it, it is a reply outside of any topic. */
export type PostMore = { kind: Post['kind']; topic: string; mentions: string[]; replyTo?: string };

/** One thing written, under the seat it was written for, until the server has it. */
export type Line = {
  id: string;
  seatId: string;
  title: string;
  writtenAt: string;
  matter: Matter;
  refused: string | null;
};

type Deliver = (line: Line) => Promise<void>;

const firstPause = 2_000;
const longestPause = 60_000;

let lines: readonly Line[] = [];
let deliver: Deliver | null = null;
let flushing: Promise<void> | null = null;
let pause = firstPause;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function isLine(value: unknown): value is Line {
  return isRecord(value) && typeof value.seatId === 'string' && isRecord(value.matter);
}

function show(next: readonly Line[]): void {
  lines = next;
  for (const listener of listeners) listener();
}

async function look(): Promise<void> {
  show((await all('outbox', '')).filter(isLine).sort((a, b) => (a.id < b.id ? -1 : 1)));
}

const keyOf = (line: Line): string => `${line.seatId}/${line.id}`;

export async function startOutbox(how: Deliver): Promise<void> {
  deliver = how;
  await look();
  globalThis.addEventListener?.('online', () => void flush());
  void flush();
}

export async function put(seatId: string, title: string, matter: Matter): Promise<void> {
  const line: Line = { id: newId(), seatId, title, writtenAt: new Date().toISOString(), matter, refused: null };
  await keep('outbox', keyOf(line), line);
  await look();
  await flush();
}

/** Sends what waits, in the order written. An unreachable server stops it; a refusal only sets that line aside. */
export function flush(): Promise<void> {
  flushing ??= sendAll().finally(() => {
    flushing = null;
  });
  return flushing;
}

async function sendAll(): Promise<void> {
  clearTimeout(timer);
  for (const line of lines.filter((waiting) => !waiting.refused)) {
    try {
      if (!deliver) return;
      await deliver(line);
      await discard('outbox', keyOf(line));
    } catch (error) {
      if (!isRefusal(error)) return retryLater();
      await keep('outbox', keyOf(line), { ...line, refused: error.code });
    }
    await look();
  }
  pause = firstPause;
}

function isRefusal(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.status < 500 && ![401, 408, 425, 429].includes(error.status);
}

function retryLater(): void {
  timer = setTimeout(() => void flush(), pause);
  pause = Math.min(pause * 2, longestPause);
}

export async function tryAgain(line: Line): Promise<void> {
  await keep('outbox', keyOf(line), { ...line, refused: null });
  await look();
  await flush();
}

export async function giveUp(line: Line): Promise<void> {
  await discard('outbox', keyOf(line));
  await look();
}

export function unsent(): readonly Line[] {
  return lines;
}

export function useUnsent(seatId?: string): readonly Line[] {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => lines,
  );
  return seatId ? now.filter((line) => line.seatId === seatId) : now;
}
