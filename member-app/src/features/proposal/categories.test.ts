import { beforeAll, expect, test } from 'vitest';
import { learnTheRest } from '../../text/t';
import { categoryName } from './categories';

beforeAll(learnTheRest);

test("a committee's own category is shown as it is written", () => {
  expect(categoryName('ECONOMY')).toBe('经济');
  expect(categoryName('教科文卫体')).toBe('教科文卫体');
});
