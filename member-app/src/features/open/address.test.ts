import { expect, test } from 'vitest';
import { addressOf, openAddressAt } from './address';

test('the open pages are known by their path, and nothing else is one of them', () => {
  expect(openAddressAt('/m/open/513300')).toEqual({ code: '513300', id: null });
  expect(openAddressAt('/m/open/513300/')).toEqual({ code: '513300', id: null });
  expect(openAddressAt(addressOf('513300', 'abc'))).toEqual({ code: '513300', id: 'abc' });
  for (const other of ['/m/', '/m/open/', '/m/open', '/m/open/a/b/c', '/m/invitations/513300.x', '/open/513300'])
    expect(openAddressAt(other)).toBeNull();
});
