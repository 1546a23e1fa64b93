import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { ApiProblem, Unreachable } from '../api/problem';
import type { DraftKeeper, ServerDraft } from './DraftKeeper';
import { closeDrafts, Drafts, onlyHere, syncDrafts } from './drafts';
import { holdKey } from './seal';
import { rows, write } from './shelves';

type Fields = { title: string; rows: string[] };

/** A server of many drafts, that can be slow or out of reach. */
const server = {
  drafts: new Map<string, ServerDraft<Fields>>(),
  reachable: true,
  /** Before it answers a write. */
  slow: Promise.resolve(),
  async put(id: string, fields: Fields, version: number): Promise<ServerDraft<Fields>> {
    if (!this.reachable) throw new Unreachable();
    if ((this.drafts.get(id)?.version ?? 0) !== version - 1) throw new ApiProblem(409, 'version', [], null);
    const draft = { fields, version, handedIn: false };
    this.drafts.set(id, draft);
    await this.slow;
    return draft;
  },
};

const drafts = new Drafts<Fields>({
  prefix: '',
  blank: { title: '', rows: [''] },
  outdated: 'version',
  deskFor: (seatId) => ({
    create: async (id, fields) => server.put(`${seatId}/${id}`, fields, 1),
    save: async (id, fields, version) => server.put(`${seatId}/${id}`, fields, version + 1),
    fetch: async (id) => {
      if (!server.reachable) throw new Unreachable();
      const draft = server.drafts.get(`${seatId}/${id}`);
      if (!draft) throw new ApiProblem(404, 'not-found', [], null);
      return draft;
    },
    submit: async () => {},
  }),
});

const open = async (id: string): Promise<DraftKeeper<Fields>> => {
  const shown: DraftKeeper<Fields>[] = [];
  await drafts.open('s', id, (keeper) => shown.push(keeper));
  const [first] = shown;
  if (!first) throw new Error('nothing was opened');
  return first;
};
const titleThere = (id: string, seatId = 's') => server.drafts.get(`${seatId}/${id}`)?.fields.title;

beforeEach(async () => {
  closeDrafts();
  await write((await rows('drafts', '')).map(([key]) => ({ shelf: 'drafts', key })));
  await holdKey('key of 扎西');
  server.drafts.clear();
  server.reachable = true;
  server.slow = Promise.resolve();
});

test('left and opened again within a slow save, the draft is one: no conflict, and the newest words win', async () => {
  const id = await drafts.start('s');
  const before = await open(id);
  await before.edit({ title: '一' });
  let answer: () => void = () => {};
  server.slow = new Promise((done) => (answer = done));
  const leaving = before.sync();
  await expect.poll(() => titleThere(id)).toBe('一');
  const opening = open(id);
  await before.edit({ title: '一二' });
  answer();
  await leaving;
  const after = await opening;
  await after.edit({ title: '一二三' });
  await after.sync();
  expect(after).toBe(before);
  expect(after.read().theirs).toBeNull();
  expect(titleThere(id)).toBe('一二三');
  expect(await drafts.kept('s', id)).toMatchObject({ dirty: false, fields: { title: '一二三' } });
});

test('what was written without a connection goes when there is one, under each seat, whether or not it is open', async () => {
  server.reachable = false;
  const [one, other] = [await drafts.start('s', { title: '一' }), await drafts.start('t', { title: '二' })];
  for (const [seatId, id] of [
    ['s', one],
    ['t', other],
  ] as const) {
    const kept = await drafts.kept(seatId, id);
    if (kept) await drafts.placesFor(seatId).keep({ ...kept, dirty: true });
  }
  await syncDrafts();
  expect(await onlyHere()).toHaveLength(2);
  server.reachable = true;
  await syncDrafts();
  expect([titleThere(one), titleThere(other, 't')]).toEqual(['一', '二']);
  expect(await onlyHere()).toEqual([]);
});

test('what another window has written is not overlooked where this one has nothing of its own', async () => {
  const id = await drafts.start('s', { title: '一' });
  const keeper = await open(id);
  const kept = keeper.read().draft;
  await drafts
    .placesFor('s')
    .keep({ ...kept, fields: { ...kept.fields, title: '那边' }, savedAt: '2999', dirty: true });
  server.reachable = false;
  expect((await open(id)).read().draft.fields.title).toBe('那边');
});

test('after the lock no answer on its way touches the shelf', async () => {
  const id = await drafts.start('s');
  const keeper = await open(id);
  await keeper.edit({ title: '一' });
  let answer: () => void = () => {};
  server.slow = new Promise((done) => (answer = done));
  const saving = keeper.sync();
  await expect.poll(() => titleThere(id)).toBe('一');
  closeDrafts();
  answer();
  await saving;
  expect(await drafts.kept('s', id)).toMatchObject({ dirty: true, version: null });
});
