import { expect, test } from 'vitest';
import { categoryName } from './categories';

test("a committee's own category is shown as it is written", () => {
  expect(categoryName('ECONOMY')).toBe('经济');
  expect(categoryName('教科文卫体')).toBe('教科文卫体');
});
