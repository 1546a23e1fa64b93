import { expect, test } from 'vitest';
import type { Post } from '../../api/types';
import { merged, requoted, seenTo } from './usePosts';

const post = (seq: number, text: string | null = String(seq)): Post => ({
  id: `p${seq}`,
  seq,
  change: seq,
  version: 1,
  authorId: 'a',
  authorName: '卓玛',
  kind: 'REPLY',
  topic: '',
  text,
  mentions: [],
  pictures: [],
  status: text === null ? 'DELETED' : 'VISIBLE',
  pinned: false,
  excellent: false,
  approved: false,
  postedOn: '2026-03-01',
  createdAt: '2026-03-01T00:00:00Z',
  imported: false,
  entered: false,
  can: [],
});

test('pages from both directions make one list in the order of the group', () => {
  const list = merged(merged([], [post(4), post(5)], 4), [post(2), post(3)], 2);
  expect(list.map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
});

test('a change takes its old place, and one on a page not yet loaded waits', () => {
  const list = merged([post(4), post(5)], [post(1), post(4, null), post(6)], 4);
  expect(list.map(({ seq, text }) => [seq, text])).toEqual([
    [4, null],
    [5, '5'],
    [6, '6'],
  ]);
});

test('what lies behind the last page that was read waits, and an older change does not undo a newer one', () => {
  const mended = { ...post(4), change: 9, text: '改了' };
  const list = merged([post(3), mended], [post(4), post(5), post(6)], 3, 5);
  expect(list.map(({ seq, text }) => [seq, text])).toEqual([
    [3, '3'],
    [4, '改了'],
    [5, '5'],
  ]);
});

test('read is what was shown: not what is not loaded yet, nor what stands beside a topic', () => {
  expect(seenTo(null, 3, 53, 300)).toBe(53);
  expect(seenTo(null, 3, Number.POSITIVE_INFINITY, 300)).toBe(300);
  expect(seenTo('第三章', 3, Number.POSITIVE_INFINITY, 300)).toBe(3);
});

test('nor is what was skipped on the way to a post that one was led to', () => {
  expect(seenTo(null, 3, 53, 300, 20)).toBe(3);
  expect(seenTo(null, 3, 53, 300, 4)).toBe(53);
});

test('what was hidden or taken back is not quoted any longer, what was mended still is as it was', () => {
  const answered = { id: 'p1', authorName: '卓玛', status: 'VISIBLE', gist: '不妥' } as const;
  const reply = { ...post(9), answered };
  expect(requoted([reply], [post(1, null)])[0]?.answered).toEqual({ ...answered, status: 'DELETED', gist: undefined });
  expect(requoted([reply], [post(1), post(2, null)])[0]?.answered).toEqual(answered);
});
