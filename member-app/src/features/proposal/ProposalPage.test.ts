import { expect, test } from 'vitest';
import type { Assignment } from '../../api/types';
import { standing } from './ProposalPage';

const replied = (more: Partial<Assignment>) => ({ can: [], ...more }) satisfies Partial<Assignment>;

test('only who is asked is told to rate, and silence is no rating', () => {
  const of = (status: 'AWAITING_FEEDBACK' | 'FEEDBACK_IN', assignment: Partial<Assignment>) =>
    standing({ status, assignments: [Object(replied(assignment))] });
  expect(of('AWAITING_FEEDBACK', { can: ['rate'] })).toBe('AWAITING_FEEDBACK');
  expect(of('AWAITING_FEEDBACK', {})).toBe('AWAITING_OTHERS');
  expect(of('FEEDBACK_IN', { rating: Object({ result: 'NO_RESPONSE' }) })).toBe('NO_RESPONSE');
  expect(of('FEEDBACK_IN', { rating: Object({ result: 'SATISFIED' }) })).toBe('FEEDBACK_IN');
});
