import { expect, test } from 'vitest';
import { merged } from './Conflict';
import { blank } from './fields';

const mine = { ...blank, title: '甲', situation: '我写的', suggestions: ['一', '二'] };
const theirs = { ...blank, title: '乙', situation: '他写的', suggestions: ['一', '三'] };

test('a field keeps the side that was chosen', () => {
  expect(merged(mine, theirs, { title: 'mine', situation: 'theirs' })).toMatchObject({
    title: '甲',
    situation: '他写的',
  });
});

test('both sides of a text and of the suggestions can stay', () => {
  const both = merged(mine, theirs, { situation: 'both', suggestions: 'both' });
  expect(both.situation).toBe('他写的\n\n我写的');
  expect(both.suggestions).toEqual(['一', '三', '二']);
});
