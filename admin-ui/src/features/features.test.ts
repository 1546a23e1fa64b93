import { expect, test } from 'vitest';
import { toReply } from './handling/ReplyForm';
import { chosenPeriod, periodsOf } from './indicator/period';
import { cell } from './indicator/RollupPage';
import { above } from './operator/OperatorPage';
import { eventsFrom } from './proposal/historicalImport';
import { movesOf, step } from './proposal/proposal';

test('moves stand in the order of the workflow, whatever the order of the answer', () => {
  expect(movesOf(['take-back', 'not-file', 'review', 'something-new'])).toEqual(['review', 'not-file', 'take-back']);
  expect(movesOf([])).toEqual([]);
});

test('j and k stop at the ends', () => {
  const rows = [{ id: 'a' }, { id: 'b' }];
  expect([step(rows, 'a', 1)?.id, step(rows, 'b', 1), step(rows, 'b', -1)?.id, step(rows, 'x', 1)?.id]).toEqual([
    'b',
    undefined,
    'a',
    'a',
  ]);
});

test('a broken line of a historical file is named', () => {
  const text = '{"on":"2023-01-05","kind":"proposal.receive","ref":"P1"}\n\nnot json\n{"on":1}\n';
  expect(eventsFrom(text)).toEqual({
    events: [{ on: '2023-01-05', kind: 'proposal.receive', ref: 'P1' }],
    badLines: [3, 4],
  });
});

test('the operator walks up from county to province to the top', () => {
  expect([above('513321'), above('513300'), above('510000')]).toEqual(['513300', '510000', undefined]);
});

test('nothing published is a word, never a zero', () => {
  const figure = {
    key: 'k',
    name: '',
    unit: '',
    basis: 'YEAR' as const,
    period: '2023',
    n: 98,
    measuredAt: '',
    can: [],
  };
  expect(cell(undefined)).toBe('未报');
  expect(cell(figure)).toBe('98');
  expect(cell({ ...figure, N: 114 })).toBe('98/114 86.0%');
});

test('the current session is shown first, without sessions the year', () => {
  const sessions = [
    {
      id: '1',
      version: 1,
      termNo: 14,
      sessionNo: 2,
      key: '14-2',
      name: '十四届二次会议',
      opensOn: '2023-01-09',
      can: [],
    },
    {
      id: '2',
      version: 1,
      termNo: 14,
      sessionNo: 3,
      key: '14-3',
      name: '十四届三次会议',
      opensOn: '2024-01-08',
      can: [],
    },
  ];
  expect(chosenPeriod({}, sessions, '2024-01-07').period).toBe('14-2');
  expect(chosenPeriod({}, sessions)).toEqual({ basis: 'SESSION', period: '14-3' });
  expect(chosenPeriod({ basis: 'YEAR', period: '2023' }, sessions)).toEqual({ basis: 'YEAR', period: '2023' });
  expect(chosenPeriod({}, []).basis).toBe('YEAR');
  expect(periodsOf('SESSION', sessions).map((each) => each.label)).toEqual(['十四届二次会议', '十四届三次会议']);
});

test('a reply numbers its answers and carries plain days', () => {
  const reply = toReply(
    {
      docNo: '1号',
      text: '答复',
      answers: ['一', '二'],
      grade: 'SOLVED',
      contact: { mode: 'PHONE', on: '2026-03-01', who: '王' },
      signer: '李',
      signedOn: '2026-03-05',
    },
    3,
  );
  expect(reply.answers).toEqual([
    { no: 1, text: '一' },
    { no: 2, text: '二' },
  ]);
  expect([reply.version, reply.contact.on, reply.signedOn]).toEqual([3, '2026-03-01', '2026-03-05']);
});
