import { describe, expect, test } from 'vitest';
import { change, csvCell, day, minute, prose, rate, ratio } from './format';

describe('dates are Beijing dates', () => {
  test('a moment late in UTC is already tomorrow', () => {
    expect(day('2026-03-04T17:30:00Z')).toBe('2026-03-05');
    expect(minute('2026-03-04T17:30:00Z')).toBe('2026-03-05 01:30');
  });
  test('a plain day is itself, in tables and in prose', () => {
    expect(day('2026-03-05')).toBe('2026-03-05');
    expect(prose('2026-03-05')).toBe('2026年3月5日');
  });
  test('nothing stays nothing', () => {
    expect([day(undefined), minute(null), prose('')]).toEqual(['', '', '']);
  });
});

describe('a rate never claims more than it has', () => {
  test.each([
    [0, 0, '—'],
    [114, 114, '100%'],
    [9999, 10_000, '99.9%'],
    [221, 227, '97.4%'],
    [0, 12, '0.0%'],
  ])('%i of %i is %s', (n, of, words) => expect(rate(n, of)).toBe(words));

  test('n and N stand beside it', () => expect(ratio(98, 114)).toBe('98/114 (86.0%)'));
});

test('a change carries its sign', () => {
  expect([change(5, 3), change(3, 5), change(3, 3)]).toEqual(['+2', '−2', '±0']);
});

test('an exported cell is never a formula', () => {
  expect(csvCell('=1+1')).toBe("'=1+1");
  expect(csvCell('-5, "a"')).toBe('"\'-5, ""a"""');
  expect(csvCell('扎西')).toBe('扎西');
});
