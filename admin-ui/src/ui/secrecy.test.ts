import { expect, test } from 'vitest';
import { hitsIn } from './SecrecyHits';

test('words of the list are found wherever they stand in a form, in the order of the list', () => {
  const reply = {
    text: '详见内部文件',
    answers: ['照办', undefined],
    promises: [{ text: '建成机密工程', owner: '养护科' }],
  };
  expect(hitsIn(reply, ['机密', '绝密', '内部文件'])).toEqual(['机密', '内部文件']);
});

test('without a list nothing warns', () => {
  expect(hitsIn({ text: '机密' }, undefined)).toEqual([]);
  expect(hitsIn(undefined, ['机密'])).toEqual([]);
});
