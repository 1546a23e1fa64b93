import { expect, test } from 'vitest';
import { counted } from './counted';

test('a character beyond the first plane counts as one', () => {
  expect(counted(10).strategy('𠀀好')).toBe(2);
  expect(counted(10).max).toBe(10);
});
