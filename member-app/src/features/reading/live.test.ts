import { expect, test } from 'vitest';
import { cut } from './live';

test('a stream is cut into whole events, and a half one waits for its end', () => {
  const { events, rest } = cut('event: beat\ndata: \n\nid: 7\nevent: post\ndata: {"a":\ndata: 1}\n\nid: 8\nev');
  expect(events).toEqual([
    { name: 'beat', id: '', data: '' },
    { name: 'post', id: '7', data: '{"a":\n1}' },
  ]);
  expect(rest).toBe('id: 8\nev');
});

test('lines may end as on any system', () => {
  expect(cut('id: 1\r\ndata: 二\r\n\r\n').events).toEqual([{ name: 'message', id: '1', data: '二' }]);
});
