import { expect, test } from 'vitest';
import { sessionMoves, swapSteps } from './roster';

test('a session has the buttons that the server allows, and is held only once it has begun', () => {
  const can = ['edit', 'reassign', 'cancel', 'lead', 'ask-swap'];
  expect(sessionMoves({ can, startsOn: '2026-03-02' }, '2026-03-02')).toEqual(['lead', 'edit', 'reassign', 'cancel']);
  expect(sessionMoves({ can, startsOn: '2026-03-03' }, '2026-03-02')).toEqual(['edit', 'reassign', 'cancel']);
  expect(sessionMoves({ can: ['unlead'], startsOn: '2026-03-02' }, '2026-03-02')).toEqual(['unlead']);
  expect(sessionMoves({ can: [], startsOn: '2026-03-02' }, '2026-03-02')).toEqual([]);
});

test('a swap has the steps that the server allows', () => {
  expect(swapSteps({ can: ['decline', 'confirm'] })).toEqual(['CONFIRM', 'DECLINE']);
  expect(swapSteps({ can: [] })).toEqual([]);
});
