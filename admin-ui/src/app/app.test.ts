import { InMemoryWebStorage } from 'oidc-client-ts';
import { expect, test } from 'vitest';
import type { Me, MySeat, Role } from '../api/types';
import { isIdle, signOfLife } from './idle';
import { menuFor } from './menu';
import { pickSeat } from './SessionGate';
import { isHere } from './Shell';

test('a role sees the work it has and nothing else', () => {
  const labels = (...roles: Role[]) => menuFor(roles, false).map((entry) => entry.label);
  expect(labels('UNIT_CLERK')).toEqual(['menu.todo', 'menu.assignments', 'menu.promises', 'menu.complaints']);
  expect(labels('PROVINCE_ANALYST')).toEqual(['menu.todo', 'menu.figures', 'menu.rollup', 'menu.complaints']);
  expect(labels('AUDITOR')).toEqual(['menu.todo', 'menu.accessLog', 'menu.flaggedRatings', 'menu.complaints']);
  expect(labels('TENANT_ADMIN')).toContain('menu.settings');
  // They may not list proposals.
  expect([...labels('TENANT_ADMIN'), ...labels('SECRETARY_GENERAL')]).not.toContain('menu.proposals');
  expect(labels('MEMBER')).not.toContain('menu.seats');
});

test('the operator without a seat has his own page only', () => {
  expect(menuFor(undefined, true)).toEqual([{ to: '/operator', label: 'menu.operator' }]);
});

test('home is not everywhere', () => {
  expect([isHere('/', '/'), isHere('/', '/seats'), isHere('/seats', '/seats/1'), isHere('/seats', '/seatsx')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

const seat = (id: string, ...roles: Role[]): MySeat => ({
  id,
  name: '扎西',
  committee: { id: 'c', code: '513300', name: '甘孜州政协', level: 'PREFECTURE' },
  term: '十四届',
  status: 'ACTIVE',
  roles,
  needsStepUp: false,
});
const me = (...seats: MySeat[]): Me => ({
  account: { id: 'a', largeText: false, phoneBound: false, wechatBound: false },
  operator: false,
  closed: [],
  seats,
});

test('the seat chosen before wins, then the one with office work', () => {
  const both = me(seat('1', 'MEMBER'), seat('2', 'PROPOSAL_STAFF'));
  expect(pickSeat(both, '1')?.id).toBe('1');
  expect(pickSeat(both, 'gone')?.id).toBe('2');
  expect(pickSeat(me(seat('3', 'MEMBER')), null)?.id).toBe('3');
  expect(pickSeat(me(), null)).toBeUndefined();
});

test('the lock falls after twenty minutes, not before', () => {
  const minute = 60_000;
  const shared = new InMemoryWebStorage();
  expect(isIdle(90 * minute, shared)).toBe(false);
  signOfLife(minute, shared);
  expect(isIdle(21 * minute - 1, shared)).toBe(false);
  expect(isIdle(21 * minute, shared)).toBe(true);
  signOfLife(22 * minute, shared);
  expect(isIdle(23 * minute, shared)).toBe(false);
});
