import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { keepSeen } from '../api/remote';
import { all, change, count, forgetOld, forgetSeen, keep, sealTheRest, take } from './db';
import { dropKey, holdKey, recallKey } from './seal';
import { read, rows, write } from './shelves';

beforeEach(async () => {
  for (const shelf of ['drafts', 'outbox', 'files', 'seen', 'papers'] as const)
    await write((await rows(shelf, '')).map(([key]) => ({ shelf, key })));
  await holdKey('key of 扎西');
});

test('what lies on the phone says nothing without the key', async () => {
  await keep('drafts', 'a/1', { seatId: 'a', fields: { title: '关于修路的提案' } });
  const row = await read('drafts', 'a/1');
  expect(Object.keys(Object(row)).sort()).toEqual(['at', 'blobs', 'box', 'by', 'iv']);
  expect(new TextDecoder().decode(Object(row).box)).not.toContain('修路');
  expect(await take('drafts', 'a/1')).toMatchObject({ fields: { title: '关于修路的提案' } });
});

test('the key stays while the page is closed, and goes with the lock; the text stays', async () => {
  await keep('drafts', 'a/1', { seatId: 'a', text: '写了一半' });
  expect(await recallKey()).toBe(true);
  await dropKey();
  expect(await recallKey()).toBe(false);
  expect(await take('drafts', 'a/1')).toBeUndefined();
  expect(await count('drafts')).toBe(1);
  await holdKey('key of 卓玛');
  expect(await take('drafts', 'a/1')).toBeUndefined();
  expect(await all('drafts', '')).toEqual([]);
  expect(await count('drafts')).toBe(0);
  await holdKey('key of 扎西');
  expect(await take('drafts', 'a/1')).toMatchObject({ text: '写了一半' });
});

test('what is written in the moment of the lock is sealed at the next log-in', async () => {
  await dropKey();
  await keep('drafts', 'a/1', { seatId: 'a', text: '最后一字' });
  expect(await rows('drafts', '')).toEqual([]);
  expect(await take('drafts', 'a/1')).toMatchObject({ text: '最后一字' });
  await holdKey('key of 扎西');
  await sealTheRest(['a']);
  expect(await rows('drafts', '')).toHaveLength(1);
  expect(await take('drafts', 'a/1')).toMatchObject({ text: '最后一字' });
});

test('another log-in on the same page takes over nothing of what was written in that moment', async () => {
  await dropKey();
  await keep('drafts', 'a/1', { seatId: 'a', text: '扎西的最后一字' });
  await holdKey('key of 卓玛');
  await sealTheRest(['b']);
  expect(await take('drafts', 'a/1')).toBeUndefined();
  await holdKey('key of 扎西');
  await sealTheRest(['a']);
  expect(await take('drafts', 'a/1')).toMatchObject({ text: '扎西的最后一字' });
});

test('what an earlier release kept in the open is sealed for its own seats and waits for its person otherwise', async () => {
  await write([
    { shelf: 'outbox', key: 'a/1', value: { seatId: 'a', id: '1', matter: {} } },
    { shelf: 'outbox', key: 'b/2', value: { seatId: 'b', id: '2', matter: {} } },
  ]);
  expect(await all('outbox', '')).toEqual([]);
  await sealTheRest(['a']);
  expect(await all('outbox', '')).toMatchObject([{ id: '1' }]);
  expect(await read('outbox', 'b/2')).toMatchObject({ id: '2' });
  await holdKey('key of 卓玛');
  await sealTheRest(['b']);
  expect(await all('outbox', '')).toMatchObject([{ id: '2' }]);
});

test('the bytes of a file are sealed like words', async () => {
  const bytes = new TextEncoder().encode('路面照片'.repeat(20));
  await keep('files', 'a/1/f', { seatId: 'a', name: '路面.jpg', bytes: new Blob([bytes], { type: 'image/jpeg' }) });
  const row = Object(await read('files', 'a/1/f'));
  expect(new TextDecoder().decode(row.blobs.bytes.box)).not.toContain('路面');
  const kept = Object(await take('files', 'a/1/f'));
  expect(kept.name).toBe('路面.jpg');
  expect(kept.bytes.type).toBe('image/jpeg');
  expect(new Uint8Array(await kept.bytes.arrayBuffer())).toEqual(bytes);
});

test('a row goes and another comes in one step', async () => {
  await keep('drafts', 'words', { text: '1' });
  await change([
    { shelf: 'outbox', key: 'a/1', value: { id: '1' } },
    { shelf: 'drafts', key: 'words' },
  ]);
  expect(await take('drafts', 'words')).toBeUndefined();
  expect(await take('outbox', 'a/1')).toEqual({ id: '1' });
});

test('log-out takes what was seen, not what was written; a month takes what nobody looks at', async () => {
  await keep('seen', 'a/lists', { cursor: 'x' });
  await keep('drafts', 'a/1', { seatId: 'a', text: '1' });
  await keep('papers', 'a/f', { name: '1' });
  await forgetOld(0);
  expect(await take('seen', 'a/lists')).toEqual({ cursor: 'x' });
  await forgetOld(Date.now() + 1);
  expect(await take('seen', 'a/lists')).toBeUndefined();
  await keep('seen', 'a/lists', { cursor: 'y' });
  await forgetSeen();
  expect(await take('papers', 'a/f')).toBeUndefined();
  expect(await take('seen', 'a/lists')).toBeUndefined();
  expect(await take('drafts', 'a/1')).toMatchObject({ text: '1' });
});

test('what is written one after the other lies there in that order, whatever takes longer to seal', async () => {
  const long = new Blob([new Uint8Array(2_000_000)]);
  await Promise.all([
    keep('drafts', 'a/1', { seatId: 'a', text: '旧', bytes: long }),
    keep('drafts', 'a/1', { seatId: 'a', text: '新' }),
  ]);
  expect(await take('drafts', 'a/1')).toMatchObject({ text: '新' });
});

test('a store that is full stops nothing that is only shown, and refuses what is written', async () => {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  await expect(keepSeen('a/lists', { cursor: 'x' })).resolves.toBeUndefined();
  await expect(keep('drafts', 'a/1', { text: '1' })).rejects.toThrow();
  IDBObjectStore.prototype.put = put;
  await keep('drafts', 'a/1', { text: '1' });
});

test('a window that locks leaves the key of the person who is in another window now', async () => {
  await write([{ shelf: 'key', key: 'session', value: { by: 'key of 卓玛' } }]);
  await dropKey();
  expect(await read('key', 'session')).toEqual({ by: 'key of 卓玛' });
  await keep('drafts', 'a/1', { seatId: 'a', text: '扎西的最后一字' });
  expect(await take('drafts', 'a/1')).toMatchObject({ text: '扎西的最后一字' });
  await write([{ shelf: 'key', key: 'session' }]);
});
