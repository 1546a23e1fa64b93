import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { count, forgetSeen } from '../../store/db';
import { dropKey, holdKey } from '../../store/seal';
import { rows } from '../../store/shelves';
import { dropArticle, maySave, saveArticle, savedArticles } from './saved';

const article = (id: string) => ({ id, groupId: 'g', title: '领读', by: '扎西', text: `文章${id}` });

beforeEach(async () => {
  await holdKey('key of 扎西');
  await forgetSeen();
});

test('a saved text is sealed, is read without a network under its seat, and can be dropped', async () => {
  await saveArticle('s', article('1'));
  await saveArticle('s', article('2'));
  await saveArticle('other', article('3'));
  expect((await savedArticles.load('s')).map(({ text }) => text).sort()).toEqual(['文章1', '文章2']);
  expect(JSON.stringify(await rows('papers', ''))).not.toContain('文章');
  await dropArticle('s', '1');
  expect((await savedArticles.load('s')).map(({ id }) => id)).toEqual(['2']);
});

test('behind the lock nothing of it is read, and log-out takes it away', async () => {
  await saveArticle('s', article('1'));
  await dropKey();
  expect(await savedArticles.load('s')).toEqual([]);
  await holdKey('key of 扎西');
  expect(await savedArticles.load('s')).toHaveLength(1);
  await forgetSeen();
  expect(await count('papers')).toBe(0);
});

test('what waits, was hidden or taken back is never saved', () => {
  expect(maySave({ status: 'VISIBLE', text: '文' })).toBe(true);
  for (const status of ['HELD', 'HIDDEN', 'DELETED'] as const) expect(maySave({ status, text: '文' })).toBe(false);
  expect(maySave({ status: 'VISIBLE', text: null })).toBe(false);
});
