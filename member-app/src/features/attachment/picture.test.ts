import { expect, test } from 'vitest';
import { within } from './picture';

test('a long side is made shorter in proportion, and nothing is made larger', () => {
  expect(within(1600, 4000, 3000)).toEqual({ width: 1600, height: 1200 });
  expect(within(1600, 1200, 4800)).toEqual({ width: 400, height: 1600 });
  expect(within(1600, 1600, 900)).toEqual({ width: 1600, height: 900 });
  expect(within(1600, 40, 30)).toEqual({ width: 40, height: 30 });
  expect(within(1600, 20_000, 3)).toEqual({ width: 1600, height: 1 });
});
