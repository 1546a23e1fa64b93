import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { saveArticle } from '../features/library/saved';
import { all, forgetSeen, keep } from '../store/db';
import { holdKey } from '../store/seal';
import { rows } from '../store/shelves';
import { forgetGone } from './gone';
import { keepSeen } from './remote';

const group = '0199a000-0000-7000-8000-000000000001';
const other = '0199a000-0000-7000-8000-000000000002';
const proposal = '0199a000-0000-7000-8000-000000000003';

beforeEach(async () => {
  await holdKey('key of 扎西');
  await forgetSeen();
});

async function keepAll(seat: string, id: string): Promise<void> {
  for (const name of ['group', 'posts', 'pinned', 'excellent', 'topics', 'digests', 'roster'])
    await keepSeen(`${seat}/${name}/${id}`, { of: id });
  await keepSeen(`${seat}/opening/${id}/开群寄语`, { text: id });
  await keepSeen(`${seat}/digest/${id}/2026-03-02`, { text: id });
  await keepSeen(`${seat}/post-place/post-of-${id}`, { groupId: id, seq: 1 });
  await keep('seen', `${seat}/file/${id}/picture`, { bytes: new Blob([id]) });
  await saveArticle(seat, { id: `post-of-${id}`, groupId: id, title: '领读', by: '卓玛', text: id });
}

const keys = async () => [...(await rows('seen', '')), ...(await rows('papers', ''))].map(([key]) => key);

test('of a group that is gone nothing is left to be read, of the others and for other seats everything', async () => {
  await keepAll('mine', group);
  await keepAll('mine', other);
  await keepAll('theirs', group);
  await forgetGone('mine', { groups: [group], proposals: [] });
  const left = await keys();
  expect(left.filter((key) => key.startsWith('mine/') && key.includes(group))).toEqual([]);
  expect(left.filter((key) => key.startsWith('mine/') && key.includes(other))).toHaveLength(12);
  expect(left.filter((key) => key.startsWith('theirs/'))).toHaveLength(12);
});

test('with a proposal that is gone go the papers that were saved of it', async () => {
  await keepSeen(`mine/proposal/${proposal}`, {});
  await keepSeen(`mine/timeline/${proposal}`, {});
  await keepSeen(`mine/files/proposal/${proposal}`, { items: [{ id: 'older' }] });
  await keep('papers', 'mine/older', { name: '附件', bytes: new Blob(['附件']) });
  await keep('papers', 'mine/reply', { name: '答复', bytes: new Blob(['答复']), of: proposal });
  await keep('papers', 'mine/book', { name: '书', bytes: new Blob(['书']), of: 'book' });
  await forgetGone('mine', { groups: [], proposals: [proposal] });
  expect(await keys()).toEqual(['mine/book']);
});

test('what somebody has written himself stays', async () => {
  await keep('drafts', `mine/post/${group}`, { seatId: 'mine', text: '写了一半' });
  await forgetGone('mine', { groups: [group], proposals: [] });
  expect(await all('drafts', 'mine/')).toHaveLength(1);
});
