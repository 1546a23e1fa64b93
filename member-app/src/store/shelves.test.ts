import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Blocked, isLasting, read, write } from './shelves';

test('a window of an earlier release that holds the store is told, and when it is closed the store opens', async () => {
  const old = await new Promise<IDBDatabase>((done) => {
    const request = indexedDB.open('tongxin', 1);
    request.onsuccess = () => done(request.result);
  });
  await expect(read('drafts', 'a/1')).rejects.toBeInstanceOf(Blocked);
  old.close();
  await expect.poll(() => isLasting().catch(() => false)).toBe(true);
});

test('a handle that the system closed while the phone slept is opened anew', async () => {
  const handles: IDBDatabase[] = [];
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...all) {
    handles.push(this);
    return transaction.apply(this, all);
  };
  await write([{ shelf: 'drafts', key: 'a/1', value: '一' }]);
  for (const handle of handles) handle.close();
  expect(await read('drafts', 'a/1')).toBe('一');
  IDBDatabase.prototype.transaction = transaction;
});
