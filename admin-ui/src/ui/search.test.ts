import { expect, test } from 'vitest';
import { isOneOf, parseSearch, searchOf, stringifySearch } from './search';

test('a filter goes into the URL and comes back as it was', () => {
  const filter = { q: '2023 年 & 以后', status: 'FILED', empty: undefined };
  const query = stringifySearch(filter);
  expect(searchOf('q', 'status', 'empty')(parseSearch(query.slice(1)))).toEqual({
    q: '2023 年 & 以后',
    status: 'FILED',
  });
});

test('what a page does not know in its URL is dropped', () => {
  expect(searchOf('q')({ q: 5, x: 'y' })).toEqual({});
});

test('a text is one of the names or it is not', () => {
  const names = ['A', 'B'] as const;
  expect([isOneOf(names, 'A'), isOneOf(names, 'C'), isOneOf(names, undefined)]).toEqual([true, false, false]);
});
