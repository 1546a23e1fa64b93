import { beforeAll, expect, test, vi } from 'vitest';

const pages = new Map([
  ['', { items: [{ id: '1', name: '县交通运输局' }], next: 'two' }],
  ['two', { items: [{ id: '2', name: '县教育局' }] }],
]);
let units: typeof import('./units');

beforeAll(async () => {
  vi.stubGlobal('location', { origin: 'http://localhost' });
  vi.stubGlobal('fetch', async (input: Request) =>
    Response.json(
      input.url.includes('/login/')
        ? { accessToken: 't', expiresInSeconds: 3_000, storeKey: 'k' }
        : pages.get(new URL(input.url).searchParams.get('after') ?? ''),
    ),
  );
  const client = await import('./client');
  client.actAs('one');
  await client.holdTokens({ accessToken: 't', expiresInSeconds: 3_000, storeKey: 'k' });
  units = await import('./units');
});

test('the units of all pages are there', async () => {
  expect(await units.allUnits()).toEqual([
    ['1', '县交通运输局'],
    ['2', '县教育局'],
  ]);
});
