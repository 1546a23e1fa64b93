import { expect, test } from 'vitest';
import { isNext, mayFound, runs, stepsOf } from './group';

test('a reader runs nothing, a secretary the roster, an owner all of it', () => {
  expect(runs({ can: ['post', 'leave'] })).toBe(false);
  expect(runs({ can: ['plan', 'addMember', 'leave', 'post'] })).toBe(true);
  expect(runs({ can: ['edit', 'pause', 'wrap', 'post'] })).toBe(true);
  expect(runs({ can: ['export'] })).toBe(true);
});

test('what comes next stands first, and what ends the group last', () => {
  expect(stepsOf({ can: ['edit', 'pause', 'wrap', 'plan', 'post'] })).toEqual(['edit', 'pause', 'wrap']);
  expect(stepsOf({ can: ['edit', 'submit', 'delete', 'appoint'] })).toEqual(['submit', 'edit', 'delete']);
  expect(stepsOf({ can: ['edit', 'summarise', 'close'] })).toEqual(['summarise', 'close', 'edit']);
});

test('who leads something may found a group, while the seat is active', () => {
  expect(mayFound({ roles: ['MEMBER'], status: 'ACTIVE' })).toBe(false);
  expect(mayFound({ roles: ['MEMBER', 'SECTOR_CONVENER'], status: 'ACTIVE' })).toBe(true);
  expect(mayFound({ roles: ['MEMBER', 'SECTOR_CONVENER'], status: 'SUSPENDED' })).toBe(false);
});

test('what ends a group is never its main button', () => {
  expect(stepsOf({ can: ['delete', 'wrap', 'archive', 'pause'] }).filter(isNext)).toEqual([]);
});
