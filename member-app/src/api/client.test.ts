import 'fake-indexeddb/auto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { dropKey, holdKey, holdsKey } from '../store/seal';
import { Unreachable } from './problem';

let storeKey = 'key of 扎西';
let tokenMayCome: Promise<void> = Promise.resolve();
let stalled = false;
const asked: IncomingHttpHeaders[] = [];

const server: Server = createServer((request, response) => {
  const json = { 'Content-Type': 'application/json' };
  if (request.url === '/api/login/refresh')
    void tokenMayCome.then(() =>
      response.writeHead(200, json).end(JSON.stringify({ accessToken: 't', expiresInSeconds: 3_000, storeKey })),
    );
  else if (stalled) response.writeHead(200, json).write('{"items": [');
  else {
    asked.push(request.headers);
    response.writeHead(200, json).end('{"items": []}');
  }
});
let client: typeof import('./client');
const hold = (expiresInSeconds: number) => client.holdTokens({ accessToken: 't', expiresInSeconds, storeKey });

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  Object.assign(globalThis, { location: { origin: `http://127.0.0.1:${Object(server.address()).port}` } });
  client = await import('./client');
  client.onceIn(holdKey);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  asked.length = 0;
  stalled = false;
  storeKey = 'key of 扎西';
  tokenMayCome = Promise.resolve();
  await dropKey();
  client.actAs('one');
});

test('a question goes out under the seat it was asked for, though the seat was changed while the token came', async () => {
  await hold(0);
  let come: () => void = () => {};
  tokenMayCome = new Promise((done) => (come = done));
  const answer = client.api.GET('/api/complaints');
  client.actAs('other');
  come();
  await answer;
  expect(asked).toMatchObject([{ 'x-seat': 'one' }]);
});

test("another person's token is not taken: the window locks, and what is written stays under its own key", async () => {
  await hold(0);
  const refused = vi.fn(() => void dropKey());
  client.onRefusedDevice(refused);
  storeKey = 'key of 卓玛';
  await expect(client.api.GET('/api/complaints')).rejects.toBeInstanceOf(Unreachable);
  expect(refused).toHaveBeenCalled();
  await expect.poll(holdsKey).toBe(false);
  expect(asked).toEqual([]);
});

test('an answer that stops in the middle is as good as none', async () => {
  await hold(3_000);
  stalled = true;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const answer = expect(client.api.GET('/api/complaints')).rejects.toBeInstanceOf(Unreachable);
  for (let round = 0; round < 30; round += 1) {
    await new Promise((done) => setImmediate(done));
    await vi.advanceTimersByTimeAsync(1_000);
  }
  await answer;
  vi.useRealTimers();
});
