import { expect, test } from 'vitest';
import { byUrgency, further } from './HomePage';

const item = (title: string, overdue: boolean, dueOn?: string) => ({
  subjectType: 'PROPOSAL',
  subjectId: title,
  title,
  since: '2026-01-01T00:00:00Z',
  dueOn: dueOn ?? null,
  overdue,
});

test('the overdue comes first, then the nearest day, then what has none', () => {
  const todo = {
    groups: [
      {
        verb: 'RATE' as const,
        count: 2,
        overdue: 0,
        items: [item('没有期限', false), item('近', false, '2026-03-01')],
      },
      {
        verb: 'REVISE' as const,
        count: 2,
        overdue: 1,
        items: [item('远', false, '2026-04-01'), item('超期', true, '2026-05-01')],
      },
    ],
  };
  expect(byUrgency(todo).map((duty) => duty.item.title)).toEqual(['超期', '近', '远', '没有期限']);
});

test('what is hosted or swapped is done on the roster, what is only looked at on the page itself', () => {
  expect(['HOST_SESSION', 'ANSWER_SWAP', 'CONFIRM_SWAP'].map(further)).toEqual(['/roster', '/roster', '/roster']);
  expect(['WRITE_DIGEST', 'REVISE', 'CHECK_POST'].map(further)).toEqual(['/digests', '/edit', '']);
});
