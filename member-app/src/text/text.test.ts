import { beforeAll, expect, test } from 'vitest';
import { learnTheRest, t, tOr } from './t';
import { clock, day, fullDay, moment } from './time';
import { zhCNLater } from './zh-CN.later';

beforeAll(learnTheRest);

test('a message is filled in, and a code of tomorrow never shows as a code', () => {
  expect(t('write.savedHere', { time: '10:32' })).toBe('已自动保存 10:32（本机）');
  expect(tOr('status.SOMETHING_NEW', 'status.other')).toBe('办理中');
});

test('times are those of the committee, wherever the phone is', () => {
  const now = new Date('2026-03-05T04:00:00Z');
  expect(clock('2026-03-05T02:32:00Z')).toBe('10:32');
  expect(moment('2026-03-04T20:00:00Z', now)).toBe('04:00');
  expect(moment('2026-03-04T02:32:00Z', now)).toBe('3月4日 10:32');
  expect(day('2025-12-31', now)).toBe('2025年12月31日');
  expect(fullDay('2026-03-05')).toBe('2026年3月5日');
});

test('the first load uses no word that comes later', () => {
  const sources = import.meta.glob(
    ['../app/*', '../features/home/HomePage.tsx', '../session/session.tsx', '../ui/*.tsx', '../api/*.ts', './time.ts'],
    { query: '?raw', import: 'default', eager: true },
  );
  const named = Object.values(sources).flatMap(
    (source) => String(source).match(/(?<=')[a-z]+(\.[\w-]+)+(?=')/gi) ?? [],
  );
  expect(named).toContain('offline.saved');
  expect(named.filter((key) => key in zhCNLater)).toEqual([]);
});
