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
  create = async (_id: string, fields: Fields) => this.server ?? this.store(fields, 1);
  submit = async () => {
    if (!this.reachable) throw new Unreachable();
    if (!this.server || this.server.handedIn) throw new ApiProblem(409, 'proposal.move-not-allowed', [], null);
    this.server = { ...this.server, version: this.server.version + 1, handedIn: true };
  };
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
    if (this.server?.handedIn) throw new ApiProblem(409, 'proposal.move-not-allowed', [], null);
    this.server = { fields, version, handedIn: false };
    return this.server;
  }
}

const there = (version: number, title: string, handedIn = false) => ({
  version,
  fields: { ...blank, title },
  handedIn,
});

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
  desk.server = there(7, '别处');
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
  desk.server = there(3, '服务器');
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

test('a first save whose answer was lost is written over by newer words, but not what another phone made of it', async () => {
  desk.server = there(1, '旧');
  await keeper.edit({ title: '新' });
  await keeper.sync();
  expect(desk.server).toMatchObject({ version: 2, fields: { title: '新' } });
  keeper = new DraftKeeper(desk, DraftKeeper.fresh('seat', 'draft', blank, Date.now()));
  desk.server = there(4, '别处改的');
  await keeper.edit({ title: '这里' });
  await keeper.sync();
  expect(desk.server?.fields.title).toBe('别处改的');
  expect(keeper.read()).toMatchObject({ theirs: { version: 4 }, draft: { fields: { title: '这里' } } });
});

test('of several saves without an answer any may have arrived', async () => {
  await keeper.edit({ title: '一' });
  await keeper.sync();
  desk.server = there(2, '二');
  const { save } = desk;
  desk.save = async () => {
    throw new Unreachable();
  };
  for (const title of ['二', '三', '四']) {
    await keeper.edit({ title });
    await keeper.sync();
  }
  desk.save = save;
  await keeper.sync();
  expect(keeper.read()).toMatchObject({ theirs: null, draft: { dirty: false, fields: { title: '四' } } });
  expect(desk.server?.fields.title).toBe('四');
});

test('handed in are the newest words, also those written while the files go', async () => {
  await keeper.edit({ title: '一' });
  const handedIn = await keeper.handIn(() => keeper.edit({ title: '二' }));
  expect(handedIn.title).toBe('二');
  expect(desk.server).toMatchObject({ handedIn: true, fields: { title: '二' } });
});

test('words that come after the hand-in stay unsent and say so', async () => {
  await keeper.edit({ title: '一' });
  const { submit } = desk;
  desk.submit = async () => {
    await submit();
    await keeper.edit({ title: '后写的' });
  };
  await keeper.handIn(async () => {});
  await vi.advanceTimersByTimeAsync(30_000);
  expect(keeper.read()).toMatchObject({ handedIn: true, error: { code: 'draft.handed-in' } });
  expect(desk.shelf).toMatchObject({ dirty: true, fields: { title: '后写的' } });
});

test('a hand-in whose answer was lost is found done; other words handed in elsewhere are no hand-in of these', async () => {
  await keeper.edit({ title: '一' });
  await keeper.sync();
  desk.server = there(2, '一', true);
  await expect(keeper.handIn(async () => {})).resolves.toMatchObject({ title: '一' });
  const mine = DraftKeeper.fresh('seat', 'draft', { ...blank, title: '没交上的' }, Date.now());
  keeper = new DraftKeeper(desk, { ...mine, version: 1 });
  await expect(keeper.handIn(async () => {})).rejects.toMatchObject({ code: 'proposal.move-not-allowed' });
  keeper = new DraftKeeper(desk, { ...mine, version: 1, dirty: true });
  await expect(keeper.handIn(async () => {})).rejects.toMatchObject({ code: 'draft.handed-in' });
  expect(keeper.read().draft).toMatchObject({ dirty: true, fields: { title: '没交上的' } });
});

test('a draft thrown away while its first save is under way is removed there and not made again', async () => {
  let arrive: () => void = () => {};
  const { create } = desk;
  desk.create = (id, fields) => new Promise((done) => (arrive = () => done(create(id, fields))));
  await keeper.edit({ title: '不要了' });
  const saving = keeper.sync();
  await vi.advanceTimersByTimeAsync(0);
  let removed = false;
  const removing = keeper.remove(async () => {
    removed = true;
  });
  const last = keeper.sync();
  desk.shelf = null; // the phone lets go of it
  await vi.advanceTimersByTimeAsync(0);
  arrive();
  await Promise.all([saving, removing, last]);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(removed).toBe(true);
  expect(desk.saves).toBe(1);
  expect(desk.shelf).toBeNull();
});

test('a removal that fails lets the saving go on', async () => {
  await keeper.edit({ title: '一' });
  await keeper.sync();
  await expect(keeper.remove(() => Promise.reject(new Unreachable()))).rejects.toThrow();
  await keeper.edit({ title: '还是要' });
  await keeper.sync();
  expect(desk.server?.fields.title).toBe('还是要');
});

test('another write takes its version over, and what is typed meanwhile is no conflict', async () => {
  await keeper.edit({ title: '一' });
  await keeper.beside(async (draft, version) => {
    const server = await desk.save('draft', draft.fields, version);
    await keeper.edit({ title: '一二' });
    return server;
  });
  await keeper.sync();
  expect(keeper.read()).toMatchObject({ theirs: null, draft: { version: 3, dirty: false } });
  expect(desk.server?.fields.title).toBe('一二');
});

test('what the phone cannot keep is said, and goes to the server all the same', async () => {
  const { keep } = desk;
  desk.keep = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  await keeper.edit({ title: '一' });
  expect(keeper.read().here).toBe(false);
  await keeper.sync();
  expect(desk.server?.fields.title).toBe('一');
  desk.keep = keep;
  await keeper.edit({ title: '一二' });
  expect(keeper.read().here).toBe(true);
});

test('what it would count as is asked anew when nothing has to be sent, and unknown where nobody answers', async () => {
  let kind = '大会';
  const shown = new DraftKeeper<Fields, string>(
    {
      same: desk.same,
      outdated: desk.outdated,
      keep: async () => {},
      create: async (_id, fields) => ({ fields, version: 1, preview: kind, handedIn: false }),
      save: async (_id, fields, version) => ({ fields, version: version + 1, preview: null, handedIn: false }),
      fetch: async () => {
        if (!desk.reachable) throw new Unreachable();
        return { ...there(1, '一'), preview: kind };
      },
      submit: async () => {},
    },
    DraftKeeper.fresh('seat', 'draft', blank, Date.now()),
  );
  expect(await shown.previewNow()).toBeNull();
  await shown.edit({ title: '一' });
  await shown.sync();
  expect(shown.read().preview).toBe('大会');
  kind = '平时';
  expect(await shown.previewNow()).toBe('平时');
  desk.reachable = false;
  expect(await shown.previewNow()).toBeNull();
});
