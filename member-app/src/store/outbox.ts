import { useEffect, useState, useSyncExternalStore } from 'react';
import { ApiProblem, isRecord, wasUnreachable } from '../api/problem';
import type { Post, RatingGiven } from '../api/types';
import { all, type Change, change, count, discard, keep, take } from './db';
import { newId } from './ids';

/** What can be written without a connection and sent later. */
export type Matter =
  | { kind: 'post'; groupId: string; id: string; text: string; more?: PostMore; named?: string; answered?: string }
  | { kind: 'submission'; proposalId: string }
  | { kind: 'report'; reportId: string }
  | { kind: 'quiz'; attemptId: string }
  | { kind: 'required'; titleId: string }
  | { kind: 'progress'; bookId: string; page?: number; percent?: number }
  | { kind: 'rating'; assignmentId: string; proposalId?: string; given: RatingGiven };

/** What a post says besides its words; without it, it is a reply outside of any topic. */
export type PostMore = {
  kind: Post['kind'];
  topic: string;
  mentions: string[];
  replyTo?: string;
  pictures?: string[];
  voice?: { fileId: string; transcript: string };
};

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

/** So many of the lines that got through stay in memory. */
const latelySent = 20;

let lines: readonly Line[] = [];
let sent: readonly Line[] = [];
let deliver: Deliver | null = null;
let flushing: Promise<void> | null = null;
let wanted = false;
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

/** What must stay in order among itself. A line that does not get through holds back those behind it on the same subject. */
function subjectOf({ seatId, matter }: Pick<Line, 'seatId' | 'matter'>): string {
  switch (matter.kind) {
    case 'post':
      return `${seatId}/group/${matter.groupId}`;
    case 'submission':
      return `${seatId}/proposal/${matter.proposalId}`;
    case 'report':
      return `${seatId}/report/${matter.reportId}`;
    case 'quiz':
      return `${seatId}/attempt/${matter.attemptId}`;
    case 'required':
      return `${seatId}/required/${matter.titleId}`;
    case 'progress':
      return `${seatId}/progress/${matter.bookId}`;
    case 'rating':
      return `${seatId}/assignment/${matter.assignmentId}`;
  }
}

export function startOutbox(how: Deliver): void {
  deliver = how;
  globalThis.addEventListener?.('online', () => void flush());
}

/** The person is in: his lines can be read and sent. */
export async function openOutbox(): Promise<void> {
  await look();
  void flush();
}

/** Locked or logged out: the lines stay where they are, unread. */
export function closeOutbox(): void {
  clearTimeout(timer);
  sent = [];
  show([]);
}

/**
 * Kept for sure when it returns, and sent as soon as it can be; `taken` is what went into it, kept or let go with it. Posts are
 * many; of anything else the latest line stands for those before it on the same subject.
 */
export async function put(seatId: string, title: string, matter: Matter, ...taken: Change[]): Promise<void> {
  await lay(seatId, title, matter, ...taken);
  void flush();
}

/** Kept like the others, but nothing is sent just for it. */
export async function lay(seatId: string, title: string, matter: Matter, ...taken: Change[]): Promise<void> {
  const line: Line = { id: newId(), seatId, title, writtenAt: new Date().toISOString(), matter, refused: null };
  const before = matter.kind === 'post' ? [] : linesOn(line);
  await change([{ shelf: 'outbox', key: keyOf(line), value: line }, ...before.map(without), ...taken]);
  await look();
}

const without = (line: Line): Change => ({ shelf: 'outbox', key: keyOf(line) });

const linesOn = (line: Pick<Line, 'seatId' | 'matter'>): Line[] =>
  lines.filter((other) => subjectOf(other) === subjectOf(line));

/** It got through without the outbox: what waited or was refused of it is not needed. */
export async function withdraw(seatId: string, matter: Matter): Promise<void> {
  await change(linesOn({ seatId, matter }).map(without));
  await look();
}

/** Sends what waits, in the order written. An unreachable server stops it; a refusal only sets that line aside, and what breaks holds back its subject. */
export function flush(): Promise<void> {
  wanted = true;
  flushing ??= alone(sendWanted).finally(() => {
    flushing = null;
    if (wanted) void flush();
  });
  return flushing;
}

/** Two windows on one phone share the lines: one sends at a time. */
async function alone(work: () => Promise<void>): Promise<void> {
  await (globalThis.navigator?.locks?.request('tongxin.outbox', work) ?? work());
}

/** What is put while others are being sent is sent too. */
async function sendWanted(): Promise<void> {
  while (wanted) {
    wanted = false;
    await sendAll();
  }
}

async function sendAll(): Promise<void> {
  clearTimeout(timer);
  const held = new Set<string>();
  await look();
  for (let line = nextOf(held); line && deliver; line = nextOf(held)) {
    try {
      await deliver(line);
      sent = [...sent, line].slice(-latelySent);
      await discard('outbox', keyOf(line));
    } catch (error) {
      if (wasUnreachable(error) || (isProblem(error) && meansLater(error))) return retryLater();
      held.add(subjectOf(line));
      if (isProblem(error) && error.status < 500 && (await take('outbox', keyOf(line))))
        await keep('outbox', keyOf(line), { ...line, refused: error.code });
    }
    await look();
  }
  if (lines.some((line) => !line.refused && held.has(subjectOf(line)))) return retryLater();
  pause = firstPause;
}

function nextOf(held: Set<string>): Line | undefined {
  const stuck = new Set(held);
  return lines.find((line) => {
    if (line.refused) stuck.add(subjectOf(line));
    return !stuck.has(subjectOf(line));
  });
}

const isProblem = (error: unknown): error is ApiProblem => error instanceof ApiProblem;

/** Nothing gets through just now, whatever it is. */
const meansLater = ({ status }: ApiProblem): boolean => [401, 408, 425, 429].includes(status);

function retryLater(): void {
  timer = setTimeout(() => void flush(), pause);
  pause = Math.min(pause * 2, longestPause);
}

export async function tryAgain(line: Line): Promise<void> {
  await keep('outbox', keyOf(line), { ...line, refused: null });
  await look();
  await flush();
}

/** The line goes; `instead` is kept or let go in the same step. */
export async function giveUp(line: Line, ...instead: Change[]): Promise<void> {
  await change([without(line), ...instead]);
  await look();
  void flush();
}

export function unsent(): readonly Line[] {
  return lines;
}

/** Lines that the server has taken just now: what they became may not have come back yet. */
export function justSent(): readonly Line[] {
  return sent;
}

export function useUnsent(seatId?: string): readonly Line[] {
  const now = useSyncExternalStore(heed, unsent);
  return seatId ? now.filter((line) => line.seatId === seatId) : now;
}

export function useJustSent(seatId: string): readonly Line[] {
  return useSyncExternalStore(heed, justSent).filter((line) => line.seatId === seatId);
}

function heed(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Behind the lock nothing can be read, but it can be counted. */
export function useLockedCount(): number {
  const [locked, setLocked] = useState(0);
  useEffect(() => void count('outbox').then(setLocked), []);
  return locked;
}
