import 'fake-indexeddb/auto';
import { createServer } from 'node:http';
import { expect, test, vi } from 'vitest';
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

test('a line on which nothing comes any more is given up, so that it is opened anew', async () => {
  const server = createServer((_, response) => response.writeHead(200).write('event: beat\ndata: \n\n'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  Object.assign(globalThis, { location: { origin: `http://127.0.0.1:${Object(server.address()).port}` } });
  const { holdTokens } = await import('../../api/client');
  const { listen } = await import('./live');
  await holdTokens({ accessToken: 't', expiresInSeconds: 3_000, storeKey: 'k' });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const heard: string[] = [];
  const listening = listen('g', 0, ({ name }) => heard.push(name), new AbortController().signal);
  while (heard.length === 0) await new Promise((done) => setImmediate(done));
  await vi.advanceTimersByTimeAsync(44_000);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await listening).toBe(true);
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});
