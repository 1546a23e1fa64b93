import { beforeAll, expect, test } from 'vitest';
import { learnTheRest, t } from '../../text/t';
import { blank } from './fields';
import { ratingWords } from './Rating';
import { consequence, endOf, isWhole, lastToAnswer, outOfTime, standingWords, takeBackWords } from './words';

beforeAll(learnTheRest);

const assignment = (can: string[], result?: 'SATISFIED' | 'NO_RESPONSE') => ({
  status: 'REPLY_ACCEPTED' as const,
  unitName: '县交通运输局',
  can,
  rating: result && {
    round: 1,
    version: 1,
    attitude: result,
    result,
    ratedOn: '2026-03-02',
    ratedAt: '2026-03-02T00:00:00Z',
    onBehalf: false,
    flags: [],
  },
});
const words = (status: 'AWAITING_FEEDBACK' | 'FEEDBACK_IN', ...assignments: ReturnType<typeof assignment>[]) =>
  standingWords({ status, assignments });

test('who may not rate is not asked to, and has not rated', () => {
  expect(words('AWAITING_FEEDBACK', assignment(['rate']))).toBe('县交通运输局已答复，请您评价。');
  expect(words('AWAITING_FEEDBACK', assignment([]))).toBe('县交通运输局已答复，等待提案者评价。');
  expect(words('FEEDBACK_IN', assignment(['rate'], 'SATISFIED'))).toBe('您已评价，等待办结。');
  expect(words('FEEDBACK_IN', assignment([], 'SATISFIED'))).toBe('提案者已评价，等待办结。');
  expect(words('FEEDBACK_IN', assignment(['rate'], 'NO_RESPONSE'))).toBe('评价期限已过，等待办结。');
});

test('what follows from dissatisfaction is what the committee does', () => {
  const attitude = { attitude: 'NOT_SATISFIED', result: 'SATISFIED' } as const;
  const result = { attitude: 'SATISFIED', result: 'NOT_SATISFIED' } as const;
  const rules = { lastRound: false, byAttitude: false };
  expect(consequence(attitude, rules)).toBeNull();
  expect(consequence(attitude, { ...rules, byAttitude: true })).toBe('rating.consequenceEither');
  expect(consequence(result, rules)).toBe('rating.consequence');
  expect(consequence(result, { ...rules, lastRound: true })).toBe('rating.lastRound');
});

test('what the office entered for him says so, and how he told it', () => {
  const { rating } = assignment([], 'SATISFIED');
  if (!rating) throw new Error('no rating');
  expect(ratingWords(rating)).not.toContain('代为录入');
  expect(ratingWords({ ...rating, onBehalf: true, toldHow: '电话告知' })).toContain(
    '由工作人员代为录入。\n评价依据：电话告知',
  );
});

test('a text is whole with its situation and as many characters as the committee asks', () => {
  const fields = { ...blank, title: '题', situation: '情'.repeat(60), suggestions: ['议'] };
  expect(isWhole(fields, 0, 3000)).toBe(true);
  expect(isWhole(fields, 100, 3000)).toBe(false);
  expect(isWhole({ ...fields, analysis: '𠀀'.repeat(40) }, 100, 3000)).toBe(true);
  expect(isWhole({ ...fields, situation: ' ', analysis: '析'.repeat(100) }, 100, 3000)).toBe(false);
  expect(isWhole({ ...fields, suggestions: [' '] }, 0, 3000)).toBe(false);
  expect(isWhole({ ...fields, analysis: '𠀀'.repeat(40) }, 0, 39)).toBe(false);
});

test('a draft is thrown away, one that came back is withdrawn, and another person does neither', () => {
  expect([endOf(['edit', 'delete', 'submit']), endOf(['edit', 'submit', 'withdraw']), endOf(['edit'])]).toEqual([
    'delete',
    'withdraw',
    null,
  ]);
  expect(endOf(undefined)).toBe('delete');
});

test('taking back says what comes back', () => {
  expect(t(takeBackWords('SUBMITTED'))).toBe('提交后办公室还没有接收，可以撤回提交，改好再交。');
  expect(t(takeBackWords('WITHDRAWN'))).toMatch(/恢复到撤回以前/);
  expect(t(takeBackWords('IN_REVIEW'))).toMatch(/还没有人接着办理/);
});

test('the day to answer is from today within thirty days, or left to the committee', () => {
  expect(lastToAnswer('2026-03-05')).toBe('2026-04-04');
  expect(['', '2026-03-05', '2026-04-04'].map((on) => outOfTime(on, '2026-03-05'))).toEqual([false, false, false]);
  expect(['2026-03-04', '2026-04-05'].map((on) => outOfTime(on, '2026-03-05'))).toEqual([true, true]);
});
