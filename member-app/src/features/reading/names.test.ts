import { expect, test } from 'vitest';
import { mentionedIn, withName } from './names';

const tashi = '01a20553-e90c-7000-97d0-000000000001';
const droma = '01a20553-e90c-7000-97d0-000000000002';
const both = withName(withName('', tashi, '扎西多吉'), droma, '卓玛');

test('who was chosen is mentioned while his name stands in the words', () => {
  expect(mentionedIn('@扎西多吉 @卓玛 您那里是怎么做的？', both)).toEqual([tashi, droma]);
  expect(mentionedIn('@卓玛 您那里是怎么做的？', both)).toEqual([droma]);
});

test('an @ alone mentions nobody', () => {
  expect(mentionedIn('写信到 a@b 即可', both)).toEqual([]);
  expect(mentionedIn('@', '')).toEqual([]);
});
