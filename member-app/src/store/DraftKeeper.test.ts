import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiProblem, Unreachable } from '../api/problem';
import { DraftKeeper, type KeptDraft, type Places, type ServerDraft } from './DraftKeeper';

type Fields = { title: string; situation: string };
const blank: Fields = { title: '', situation: '' };

/** A server of one draft, that refuses old versions. */
class Desk implements Places<Fields> {
  same = (one: Fields, other: Fields) => JSON.stringify(one) === JSON.stringify(other);
  outdated = 'proposal.version';
  shelf: KeptDraft<Fields> | null = null;
  server: ServerDraft<Fields> | null = null;
  reachable = true;
  saves = 0;

  keep = async (draft: KeptDraft<Fields>) => {
    this.shelf = draft;
  };
  create = async (_id: string, fields: Fields) => this.store(fields, 1);
  save = async (_id: string, fields: Fields, version: number) => {
    if (version !== this.server?.version) throw new ApiProblem(409, 'proposal.version', [], null);
    return this.store(fields, version + 1);
  };
  fetch = async () => {
    if (!this.server) throw new ApiProblem(404, 'not-found', [], null);
    return this.server;
  };

  private store(fields: Fields, version: number): ServerDraft<Fields> {
    if (!this.reachable) throw new Unreachable();
    this.saves += 1;
    this.server = { fields, version };
    return this.server;
  }
}

let desk: Desk;
let keeper: DraftKeeper<Fields>;

beforeEach(() => {
  vi.useFakeTimers();
  desk = new Desk();
  keeper = new DraftKeeper(desk, DraftKeeper.fresh('seat', 'draft', blank, Date.now()));
});
afterEach(() => {
  keeper.stop();
  vi.useRealTimers();
});

test('every change is on the phone at once, and on the server at most every ten seconds', async () => {
  await keeper.edit({ title: '一' });
  expect(desk.shelf?.fields.title).toBe('一');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(desk.saves).toBe(1);
  for (const title of ['二', '三', '四']) {
    await keeper.edit({ title });
    await vi.advanceTimersByTimeAsync(2_000);
  }
  expect(desk.saves).toBe(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(desk.saves).toBe(2);
  expect(desk.server?.fields.title).toBe('四');
});

test('leaving a box saves without waiting', async () => {
  await keeper.edit({ title: '一' });
  await keeper.sync();
  expect(keeper.read().draft).toMatchObject({ dirty: false, version: 1 });
});

test('without a connection the words stay on the phone and go later', async () => {
  desk.reachable = false;
  await keeper.edit({ title: '一' });
  await keeper.sync();
  expect(keeper.read().draft.dirty).toBe(true);
  desk.reachable = true;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(desk.server?.fields.title).toBe('一');
});

test('an older version shows both texts, and the chosen one is saved on top', async () => {
  await keeper.edit({ title: '本机' });
  await keeper.sync();
  desk.server = { version: 7, fields: { ...blank, title: '别处' } };
  await keeper.edit({ title: '本机改过' });
  await keeper.sync();
  expect(keeper.read().theirs?.fields.title).toBe('别处');
  expect(keeper.read().draft.fields.title).toBe('本机改过');
  await keeper.settle({ ...blank, title: '合起来' });
  expect(desk.server).toMatchObject({ version: 8, fields: { title: '合起来' } });
  expect(keeper.read().theirs).toBeNull();
});

test('meeting a newer text while mine is unsaved asks, and replaces nothing', async () => {
  await keeper.edit({ title: '没存上' });
  desk.server = { version: 3, fields: { ...blank, title: '服务器' } };
  await keeper.meet();
  expect(keeper.read().theirs?.version).toBe(3);
  expect(desk.shelf?.fields.title).toBe('没存上');
});

test('a save whose answer was lost is not taken for another hand', async () => {
  await keeper.edit({ title: '一' });
  await keeper.sync();
  const save = desk.save;
  desk.save = async (...all) => {
    await save(...all);
    throw new Unreachable();
  };
  await keeper.edit({ title: '二' });
  await keeper.sync();
  desk.save = save;
  await keeper.edit({ title: '三' });
  await keeper.sync();
  expect(keeper.read().theirs).toBeNull();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(desk.server?.fields.title).toBe('三');
});

test('nothing is sent before the server has said what it has', async () => {
  let answer: (error: unknown) => void = () => {};
  desk.fetch = () => new Promise((_, reject) => (answer = reject));
  const meeting = keeper.meet().catch(() => {});
  await keeper.edit({ title: '一' });
  const syncing = keeper.sync();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(desk.saves).toBe(0);
  answer(new ApiProblem(404, 'not-found', [], null));
  await meeting;
  await syncing;
  expect(desk.saves).toBe(1);
});
