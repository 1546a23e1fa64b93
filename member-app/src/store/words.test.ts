import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ApiProblem } from '../api/problem';
import { take } from './db';
import { onlyHere } from './drafts';
import { flush, openOutbox, put, startOutbox, unsent } from './outbox';
import { holdKey } from './seal';
import { rows, write } from './shelves';
import { Box, backIntoBox } from './words';

const blank = { text: '', kind: 'REPLY', topic: '', named: '', replyTo: '', answered: '' };
const boxAt = (place = 'post/g') => new Box('s', place, blank);
/** As on the screen. */
const shown = async (box: Box<keyof typeof blank>) => {
  const close = box.listen(() => {});
  await box.write({});
  return close;
};

beforeAll(() =>
  startOutbox(async () => {
    throw new ApiProblem(409, 'reading.closed-hours', [], null);
  }),
);
beforeEach(async () => {
  for (const shelf of ['drafts', 'outbox'] as const)
    await write((await rows(shelf, '')).map(([key]) => ({ shelf, key })));
  await holdKey('key of 扎西');
  await openOutbox();
});

test('every letter lies on the phone, with kind and topic, and stands there when the box opens again', async () => {
  const box = boxAt();
  await box.write({ text: '一', topic: '第三章' });
  await Promise.all([box.write({ text: '一二' }), box.write({ text: '一二三' })]);
  const again = boxAt();
  await again.look();
  expect(again.read().texts).toEqual({ ...blank, text: '一二三', topic: '第三章' });
});

test('what was sent leaves the box, what was typed meanwhile stays', async () => {
  const box = boxAt();
  await box.write({ text: '一' });
  const { texts } = box.read();
  await box.sent(texts);
  expect(box.read().texts).toEqual(blank);
  expect(await take('drafts', box.key)).toBeUndefined();
  await box.write({ text: '二' });
  const before = box.read().texts;
  await box.write({ text: '二三' });
  await box.sent(before);
  expect(await take('drafts', box.key)).toMatchObject({ text: '二三' });
});

test('what is typed before the phone has answered takes nothing from what lies there', async () => {
  await boxAt().write({ text: '昨天写的' });
  const box = boxAt();
  const close = box.listen(() => {});
  await box.write({ text: '今天' });
  close();
  expect(await take('drafts', box.key)).toMatchObject({ text: '昨天写的\n今天' });
});

test('a box that cannot be kept says so', async () => {
  const box = boxAt();
  const { put: place } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  await box.write({ text: '一' });
  IDBObjectStore.prototype.put = place;
  expect(box.read()).toMatchObject({ lost: true, texts: { text: '一' } });
  await box.write({ text: '一二' });
  expect(box.read().lost).toBe(false);
});

test('a refused post goes back into its box in one step, behind what stands there, and nothing is left of the line', async () => {
  const box = boxAt();
  const close = await shown(box);
  await box.write({ text: '还没有发的' });
  const more = { kind: 'NOTE' as const, topic: '第三章', mentions: [] };
  await put('s', '群', { kind: 'post', groupId: 'g', id: 'p', text: '被退的', more });
  await flush();
  const [line] = unsent();
  expect(line).toMatchObject({ refused: 'reading.closed-hours' });
  if (line) await backIntoBox(line);
  expect(unsent()).toEqual([]);
  expect(box.read().texts.text).toBe('还没有发的\n被退的');
  await box.write({ text: `${box.read().texts.text}，改过` });
  expect(await onlyHere()).toMatchObject([{ kind: 'words', way: '/reading/g', title: '还没有发的\n被退的，改过' }]);
  close();
});

test('a post that goes back still answers what it answered', async () => {
  const more = { kind: 'REPLY' as const, topic: '', mentions: [], replyTo: 'p0' };
  for (const stands of ['', '还没有发的']) {
    const box = boxAt();
    const close = await shown(box);
    await box.write({ text: stands, replyTo: '', answered: '' });
    await put('s', '群', { kind: 'post', groupId: 'g', id: 'p', text: '被退的', answered: '卓玛', more });
    await flush();
    const [line] = unsent();
    if (line) await backIntoBox(line);
    expect(box.read().texts).toMatchObject({ replyTo: 'p0', answered: '卓玛' });
    close();
  }
});

test('a refused rating goes back with its choices and its comment', async () => {
  const given = {
    attitude: 'SATISFIED' as const,
    result: 'NOT_SATISFIED' as const,
    leaderReplied: false,
    comment: '没有来过',
  };
  await put('s', '评价', { kind: 'rating', assignmentId: 'a', proposalId: 'p', given });
  await flush();
  const [line] = unsent();
  if (line) await backIntoBox(line);
  const box = new Box('s', 'rating/a', { attitude: '', result: '', leader: '', text: '' });
  await box.look();
  expect(box.read().texts).toEqual({
    attitude: 'SATISFIED',
    result: 'NOT_SATISFIED',
    leader: 'NO',
    text: '没有来过',
  });
});
