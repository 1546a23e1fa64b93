import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ApiProblem, Unreachable } from '../../api/problem';
import type { Attempt } from '../../api/types';
import { keep, take } from '../../store/db';
import { onlyHere } from '../../store/drafts';
import { flush, giveUp, openOutbox, startOutbox, unsent } from '../../store/outbox';
import { holdKey } from '../../store/seal';
import { answer, forgetKept, handIn, meet, type Server, send, talkTo } from './kept';

const seat = 'seat';
let count = 0;

function attemptOf(id: string): Attempt {
  const item = (place: number) => ({
    place,
    kind: 'SINGLE' as const,
    text: `第${place}题`,
    options: ['甲', '乙'],
    translations: [],
    points: 50,
    revision: 0,
  });
  return {
    id,
    quizId: 'quiz',
    title: '章程知识问答',
    status: 'STARTED',
    now: new Date().toISOString(),
    startedAt: '2026-03-02T01:00:00Z',
    endsAt: '2099-03-02T01:00:00Z',
    acceptedUntil: '2099-03-02T01:10:00Z',
    totalPoints: 100,
    passPoints: 60,
    showsKeys: false,
    items: [item(1), item(2)],
  };
}

/** A committee's server in one attempt: it can be out of reach, or past the end. */
class Office implements Server {
  attempt = attemptOf(`attempt ${++count}`);
  reachable = true;
  past: 'no' | 'end' | 'grace' = 'no';
  heard: string[] = [];

  show = async () => this.reached(this.attempt);

  answer: Server['answer'] = async (_, __, place, given) => {
    await this.reached(null);
    if (this.past !== 'no') throw new ApiProblem(409, 'quiz.time-over', [], null);
    this.heard.push(`${place}${given.answer.join('')}`);
    const revision = (this.attempt.items[place - 1]?.revision ?? 0) + 1;
    const items = this.attempt.items.map((item) =>
      item.place === place ? { ...item, answer: given.answer, revision } : item,
    );
    this.attempt = { ...this.attempt, items };
    return { answer: given.answer, revision };
  };

  submit: Server['submit'] = async (_, __, { answers }) => {
    await this.reached(null);
    if (this.past === 'grace') throw new ApiProblem(409, 'quiz.time-over', [], null);
    this.heard.push(`hand in ${answers.map(({ place, answer: given }) => `${place}${given.join('')}`).join(' ')}`);
    this.attempt = { ...this.attempt, status: 'SUBMITTED', points: 100, passed: true };
    return { attempt: this.attempt, overwritten: [] };
  };

  private async reached<T>(value: T): Promise<T> {
    if (!this.reachable) throw new Unreachable();
    return value;
  }
}

let office: Office;

const onPhone = (): Promise<unknown> => take('drafts', `quiz:${seat}/${office.attempt.id}`);

beforeAll(() =>
  startOutbox(({ seatId, matter }) => (matter.kind === 'quiz' ? send(seatId, matter.attemptId) : Promise.resolve())),
);

beforeEach(async () => {
  await holdKey('key of 扎西');
  await openOutbox();
  for (const line of unsent()) await giveUp(line);
  await flush();
  office = new Office();
  talkTo(office);
  forgetKept();
  await meet(seat, office.attempt.id);
});

test('an answer is on the phone at once and with the committee a moment later, only the last of several', async () => {
  await answer(seat, office.attempt.id, 1, ['A']);
  await answer(seat, office.attempt.id, 1, ['B']);
  expect(await onPhone()).toHaveProperty('waiting', { 1: ['B'] });
  await vi.waitFor(() => expect(office.heard).toEqual(['1B']));
  await vi.waitFor(async () => expect(await onPhone()).toHaveProperty('waiting', {}));
  await vi.waitFor(() => expect(unsent()).toEqual([]));
});

test('without a signal the answers survive a closed page and are handed in when it is back, once', async () => {
  office.reachable = false;
  await answer(seat, office.attempt.id, 2, ['A']);
  await answer(seat, office.attempt.id, 1, ['B']);
  await handIn(seat, office.attempt.id);
  expect(unsent()).toHaveLength(1);
  forgetKept();
  await meet(seat, office.attempt.id);
  expect(await onPhone()).toHaveProperty('handedIn', true);

  office.reachable = true;
  await flush();
  await vi.waitFor(() => expect(unsent()).toEqual([]));
  await flush();
  expect(office.heard).toEqual(['hand in 1B 2A']);
  expect(await onPhone()).toBeUndefined();
});

test('what could not be sent before the end is handed in as a whole', async () => {
  office.reachable = false;
  await answer(seat, office.attempt.id, 1, ['A']);
  office.reachable = true;
  office.past = 'end';
  await send(seat, office.attempt.id);
  expect(office.heard).toEqual(['hand in 1A']);
});

test('past the minutes of grace it says how many answers came too late, and asks no more', async () => {
  office.reachable = false;
  await answer(seat, office.attempt.id, 1, ['A']);
  office.reachable = true;
  office.past = 'grace';
  await handIn(seat, office.attempt.id);
  await flush();
  expect(await onPhone()).toMatchObject({ late: 1, over: true });
  expect(unsent()).toEqual([]);
  office.attempt = { ...office.attempt, status: 'EXPIRED', points: 0, passed: false };
  await meet(seat, office.attempt.id);
  expect(await onPhone()).toMatchObject({ late: 1, over: false, handedIn: false });
});

test('an answer has its line at once; what lies there without one is named, and goes at the next opening', async () => {
  office.reachable = false;
  await answer(seat, office.attempt.id, 1, ['A']);
  expect(unsent()).toHaveLength(1);
  for (const line of unsent()) await giveUp(line);
  expect(await onlyHere()).toMatchObject([{ kind: 'quiz', subjectId: office.attempt.id, title: '章程知识问答' }]);
  forgetKept();
  office.reachable = true;
  await meet(seat, office.attempt.id);
  await vi.waitFor(() => expect(office.heard).toEqual(['1A']));
  await vi.waitFor(async () => expect(await onlyHere()).toEqual([]));
});

test("what another window has answered is sent by whichever sends, and this one's answer does not replace it", async () => {
  const key = `quiz:${seat}/${office.attempt.id}`;
  await keep('drafts', key, { ...Object(await onPhone()), waiting: { 1: ['B'] } });
  office.reachable = false;
  await answer(seat, office.attempt.id, 2, ['A']);
  expect(await onPhone()).toHaveProperty('waiting', { 1: ['B'], 2: ['A'] });
  office.reachable = true;
  await send(seat, office.attempt.id);
  expect(office.heard).toEqual(['1B', '2A']);
});
