import { expect, test } from 'vitest';
import type { PlenarySession } from '../../api/types';
import { categoryName, countsAs } from './committee';

const session: PlenarySession = {
  id: 's',
  version: 1,
  termNo: 14,
  sessionNo: 3,
  key: '14-3',
  name: '十四届三次会议',
  opensOn: '2026-03-10',
  proposalWindowOpensOn: '2025-12-10',
  proposalCutoffAt: '2026-03-11T10:00:00Z',
  can: [],
};

test('within the window a proposal counts as plenary, one second after the cut-off it does not', () => {
  expect(countsAs([session], new Date('2025-12-09T15:59:00Z'))).toBe('INTERSESSION');
  expect(countsAs([session], new Date('2025-12-09T16:00:00Z'))).toBe('PLENARY');
  expect(countsAs([session], new Date('2026-03-11T09:59:59Z'))).toBe('PLENARY');
  expect(countsAs([session], new Date('2026-03-11T10:00:00Z'))).toBe('INTERSESSION');
});

test("a committee's own category is shown as it is written", () => {
  expect(categoryName('ECONOMY')).toBe('经济');
  expect(categoryName('教科文卫体')).toBe('教科文卫体');
});
