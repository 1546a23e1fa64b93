import { expect, test } from 'vitest';
import { aGroup } from '../features/reading/samples';
import { after } from './sync';
import type { ProposalBrief, Sync } from './types';

const brief = (id: string, title = id): ProposalBrief => ({
  id,
  title,
  version: 1,
  status: 'DRAFT',
  proponent: '扎西',
  units: [],
  overdue: false,
  key: false,
  imported: false,
  updatedAt: '2026-03-02T01:00:00Z',
  can: [],
});

const answer = (change: Partial<Sync['changed']>, more: Partial<Sync> = {}): Sync => ({
  cursor: 'c',
  reset: false,
  more: false,
  unread: 0,
  changed: { inbox: [], proposals: [], groups: [], ...change },
  gone: { inbox: [], proposals: [], groups: [] },
  next: {},
  ...more,
});

const ids = (items: ReadonlyArray<{ id: string }>) => items.map(({ id }) => id);

test('what changed takes its place, what is gone goes, the rest stays', () => {
  const first = after(
    null,
    answer({ proposals: [brief('1'), brief('2')], todo: { groups: [] } }, { reset: true, unread: 3 }),
  );
  expect(ids(first.proposals.items)).toEqual(['2', '1']);
  const gone = { inbox: [], proposals: ['1'], groups: [] };
  const second = after(first, answer({ proposals: [brief('2', '改过'), brief('3')] }, { gone, cursor: 'd' }));
  expect(second.proposals.items.map(({ title }) => title)).toEqual(['3', '改过']);
  expect(second.cursor).toBe('d');
  expect(ids(first.proposals.items)).toEqual(['2', '1']);
});

test('groups stand by their beginning, as in their own list', () => {
  const groups = [aGroup('1', '2026-01-01'), aGroup('2', '2026-03-01'), aGroup('3', '2026-01-01')];
  expect(ids(after(null, answer({ groups })).groups.items)).toEqual(['2', '3', '1']);
});

test('a reset forgets what was there', () => {
  const first = after(null, answer({ proposals: [brief('1')] }));
  expect(ids(after(first, answer({ proposals: [brief('9')] }, { reset: true })).proposals.items)).toEqual(['9']);
});
