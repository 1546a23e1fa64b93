import { expect, test } from 'vitest';
import { OFFLINE, toProblem } from '../api/problem';
import { bracketed } from './FormModal';
import { fieldWords, words } from './problems';

test('a known code has its own words, an unknown one those of its status', () => {
  expect(words(toProblem(409, { code: 'proposal.move-not-allowed' }))).toContain('状态已经变化');
  expect(words(toProblem(404, { code: 'something.new' }))).toContain('没有找到');
  expect(words(toProblem(418, '<html>'))).toContain('系统出了差错');
  expect(words(OFFLINE)).toContain('连不上服务器');
  expect(words(new TypeError('x'))).toContain('系统出了差错');
});

test('fields[] find their place in the form', () => {
  const problem = toProblem(422, {
    code: 'x.y',
    fields: [
      { name: 'answers[1].text', code: 'required', detail: 'This is needed.' },
      { name: 'title', code: 'too-long', detail: 'At most 60 characters.' },
      'nonsense',
    ],
  });
  expect(problem.fields).toHaveLength(2);
  expect(fieldWords(problem, bracketed(['answers', 1, 'text']))).toBe('请填写');
  expect(fieldWords(problem, 'title')).toBe('不能超过 60 个字');
  expect(fieldWords(problem, 'other')).toBeUndefined();
});
