import { expect, test } from 'vitest';
import { byUrgency, placeOf } from './HomePage';

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

test('each thing is done at its own place, and what is only looked at on the page itself', () => {
  const places = (...verbs: string[]) => verbs.map((verb) => placeOf(verb, '/reading/1'));
  expect(places('HOST_SESSION', 'ANSWER_SWAP', 'CONFIRM_SWAP', 'MISSING_HOST')).toEqual(
    Array(4).fill('/reading/1/roster'),
  );
  expect(places('OPEN_GROUP', 'REVISE_GROUP', 'PICK_OWNER', 'WRAP_GROUP', 'SUM_UP_GROUP')).toEqual(
    Array(5).fill('/reading/1/run'),
  );
  expect(places('WRITE_DIGEST', 'OPEN_WITH_WORDS', 'CHECK_POST', 'RATE')).toEqual([
    '/reading/1/digests',
    '/reading/1/opening',
    '/reading/moderation',
    '/reading/1',
  ]);
  expect(placeOf('REVISE', '/proposals/1')).toBe('/proposals/1/edit');
});
