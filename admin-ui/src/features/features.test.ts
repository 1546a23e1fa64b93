import { expect, test } from 'vitest';
import type { Indicator } from '../api/types';
import { lettersFrom } from './handling/gradeLetters';
import { toReply } from './handling/ReplyForm';
import { words } from './indicator/FiguresPage';
import { periodsIn, rowsIn, years } from './indicator/period';
import { indicatorsOf, rowsOf } from './indicator/rollup';
import { above } from './operator/OperatorPage';
import { toOrders } from './proposal/AssignModal';
import { offers } from './proposal/BatchReview';
import { batches, eventsFrom } from './proposal/historicalImport';
import { leadsOn, movesOf, step, waysToAssign } from './proposal/proposal';
import { withUnit } from './proposal/SuggestedUnits';
import { keyWords, questionsOf, sumOf, toQuestion, toValues } from './quiz/quiz';
import { tabOf } from './seat/roster';

test('moves stand in the order of the workflow, whatever the order of the answer', () => {
  expect(movesOf(['take-back', 'not-file', 'review', 'something-new'])).toEqual(['review', 'not-file', 'take-back']);
  expect(movesOf([])).toEqual([]);
  expect([leadsOn('file'), leadsOn('unfile')]).toEqual([true, false]);
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

test('what is passed together is of one stage', () => {
  const row = (id: string, stage: number, ...can: string[]) => Object({ id, stage, can });
  const rows = [row('a', 1, 'review'), row('b', 1, 'review'), row('c', 2, 'review'), row('d', 3, 'file', 'not-file')];
  const able = (can: string) => rows.filter((each) => each.can.includes(can));
  expect(offers(able)).toEqual([{ kind: 'PASS', stage: 1, count: 2, stages: 2 }]);
});

test('a broken line of a historical file is named', () => {
  const text = '{"on":"2023-01-05","do":"proposal.receive","ref":"P1"}\n\nnot json\n{"on":1}\n';
  expect(eventsFrom(text)).toEqual({
    events: [{ on: '2023-01-05', do: 'proposal.receive', ref: 'P1' }],
    badLines: [3, 4],
  });
});

test('a table with Chinese headings says the same', () => {
  const table =
    '\uFEFF事项,日期,编号,案由,承办单位\r\n收到,2023-01-05,P1,"改善校舍,取暖",\r\n交办,2023-02-01,P1,,州教育局\r\n,,,,\r\n立案,,P1,,\r\n';
  expect(eventsFrom(table)).toEqual({
    events: [
      { do: 'proposal.receive', on: '2023-01-05', ref: 'P1', title: '改善校舍,取暖' },
      { do: 'proposal.assign', on: '2023-02-01', ref: 'P1', unit: '州教育局' },
    ],
    badLines: [5],
  });
  expect(batches([1, 2, 3], 2)).toEqual([[1, 2], [3]]);
});

test('the operator walks up from county to province to the top', () => {
  expect([above('513321'), above('513300'), above('510000')]).toEqual(['513300', '510000', undefined]);
});

const figure = (over: Partial<Indicator>): Indicator => ({
  key: 'proposal.filed',
  name: '立案',
  unit: '件',
  version: 1,
  basis: 'session',
  period: '14-2',
  year: 2023,
  n: 98,
  suppressed: false,
  can: [],
  ...over,
});

test('nothing published is a word, never a zero', () => {
  expect(words(undefined)).toBe('未报');
  expect(words(figure({}))).toBe('98');
  expect(words(figure({ N: 114 }))).toBe('98/114 86.0%');
});

test('periods stand newest first, and each indicator is one row', () => {
  const figures = [
    figure({}),
    figure({ period: '14-10', year: 2024 }),
    figure({ key: 'proposal.received', name: '收到提案' }),
  ];
  expect(periodsIn(figures)).toEqual(['14-10', '14-2']);
  expect(rowsIn(figures).map((row) => [row.name, row.byPeriod.size])).toEqual([
    ['立案提案', 2],
    ['收到提案', 1],
  ]);
  expect(years('2026-11-22').slice(0, 2)).toEqual(['2026', '2025']);
});

test('the missing committees are named in the table', () => {
  const committee = { code: '513300', name: '甘孜州政协', level: 'PREFECTURE' };
  const rollup = {
    committee,
    own: [figure({})],
    children: [{ committee: { ...committee, code: '513321', name: '康定市政协' }, figures: [figure({ n: 3 })] }],
    together: [figure({ n: 101 })],
    reported: 1,
    of: 2,
    missing: [{ code: '513322', name: '泸定县' }],
  };
  expect(rowsOf(rollup).map((row) => row.name)).toEqual([
    '合计（已报 1/2）',
    '本级（甘孜州政协）',
    '康定市政协',
    '泸定县',
  ]);
  expect(indicatorsOf(rollup)).toEqual([{ key: 'proposal.filed', name: '立案提案' }]);
});

test('a row of a roster stands in one tab; titles and totals in none', () => {
  const row = { sheet: '名册', row: 4, name: '扎西', problems: [], questions: [] };
  expect(tabOf({ ...row, outcome: 'UNCHANGED' })).toBe('GOOD');
  expect(tabOf({ ...row, outcome: 'SKIPPED' })).toBe('ASK');
  expect(tabOf({ ...row, outcome: 'REFUSED' })).toBe('REFUSED');
  expect(tabOf({ ...row, outcome: 'NOT_A_PERSON' })).toBeUndefined();
});

test("grade letters are the committee's own", () => {
  expect(lettersFrom([{ letter: 'A', meaning: '已经解决', grade: 'SOLVED' }, 'x'])).toEqual([
    { value: 'A', label: 'A　已经解决' },
  ]);
  expect(lettersFrom(undefined)).toEqual([]);
});

test('a reply numbers its answers and carries plain days', () => {
  const reply = toReply(
    {
      docNo: '1号',
      text: '答复',
      answers: ['一', '二'],
      grade: 'A',
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
  expect([reply.version, reply.contact?.on, reply.signedOn]).toEqual([3, '2026-03-01', '2026-03-05']);
});

test('an assistant gets no reply period, and only the chosen way counts', () => {
  const typed = { unitId: 'a', assists: [{ unitId: 'b' }], separate: [{ unitId: 'c' }, { unitId: 'd' }] };
  expect(toOrders({ ...typed, way: 'LEAD', replyBy: '2026-06-01' })).toEqual([
    { unitId: 'a', role: 'LEAD', replyBy: '2026-06-01' },
    { unitId: 'b', role: 'ASSIST', replyBy: undefined },
  ]);
  expect(toOrders({ ...typed, way: 'SOLE' }).map((each) => each.unitId)).toEqual(['a']);
  expect(toOrders({ ...typed, way: 'SEPARATE' }).map((each) => each.role)).toEqual(['SEPARATE', 'SEPARATE']);
  expect(toOrders({ ...typed, way: 'ASSIST' }).every((each) => each.role === 'ASSIST')).toBe(true);
});

test('units are added to those that have it, as the roles go together', () => {
  const sent = (role: 'SOLE' | 'LEAD' | 'ASSIST' | 'SEPARATE', status: 'SENT' | 'RETURNED' = 'SENT') => ({
    role,
    status,
  });
  expect(waysToAssign([])).toEqual(['SOLE', 'LEAD', 'SEPARATE']);
  expect(waysToAssign([sent('SOLE')])).toEqual([]);
  expect(waysToAssign([sent('LEAD'), sent('ASSIST')])).toEqual(['ASSIST']);
  expect(waysToAssign([sent('SEPARATE')])).toEqual(['SEPARATE']);
  expect(waysToAssign([sent('LEAD', 'RETURNED'), sent('ASSIST')])).toEqual(['LEAD']);
});

test('the points of a quiz sum exactly, a draw as often as it draws', () => {
  const parts = [{ questionId: 'a', draws: 7, points: 0.1 }, { tag: '章程', draws: 2, points: 0.1 }, undefined];
  expect([sumOf(parts), questionsOf(parts)]).toEqual([0.3, 4]);
  expect(sumOf([])).toBe(0);
});

test('a question is sent as its kind wants it, and comes back into the form', () => {
  const typed = {
    text: '题',
    points: 2,
    tags: [],
    variants: [],
    letters: ['C', 'A'],
    options: ['甲', ' 乙', '丙', '', ''],
  };
  expect(toQuestion({ ...typed, kind: 'MULTIPLE' })).toMatchObject({ options: ['甲', '乙', '丙'], answer: ['A', 'C'] });
  expect(toQuestion({ ...typed, kind: 'FILL', spellings: ' 1949 \n\n一九四九' })).toMatchObject({
    options: [],
    answer: ['1949', '一九四九'],
  });
  const bo = { language: 'BO' as const, text: 'དྲི་བ།', options: ['ཀ'], explanation: '' };
  expect(toQuestion({ ...typed, kind: 'SINGLE', letter: 'B', variants: [bo] }).variants?.[0]?.options).toEqual([
    'ཀ',
    '',
    '',
  ]);
  const question = {
    id: '1',
    version: 1,
    no: 1,
    kind: 'TRUE_FALSE' as const,
    text: '题',
    options: [],
    answer: ['FALSE'],
    points: 1,
    explanation: '',
    tags: [],
    variants: [],
    withdrawn: false,
    updatedAt: '2026-03-02T01:00:00Z',
    can: [],
  };
  expect(toValues(question)).toMatchObject({ kind: 'TRUE_FALSE', truth: 'FALSE', letters: [] });
  expect([keyWords('TRUE_FALSE', ['FALSE']), keyWords('MULTIPLE', ['A', 'C'])]).toEqual(['错误', 'A C']);
});

test('a unit that the proponent suggests goes where it belongs, once', () => {
  expect(withUnit({ way: 'SOLE' }, 'a', false)).toEqual({ unitId: 'a' });
  expect(withUnit({ way: 'SOLE', unitId: 'a' }, 'b', true)).toEqual({
    way: 'LEAD',
    unitId: 'a',
    assists: [{ unitId: 'b' }],
  });
  expect(withUnit({ way: 'LEAD', unitId: 'b', assists: [{}] }, 'b', true)).toEqual({
    way: 'LEAD',
    unitId: undefined,
    assists: [{ unitId: 'b' }],
  });
  expect(withUnit({ way: 'LEAD', assists: [{ unitId: 'b' }] }, 'b', false)).toEqual({ unitId: 'b', assists: [] });
  const separate = [{ unitId: 'a' }, {}];
  expect(withUnit({ way: 'SEPARATE', separate }, 'b', true)).toEqual({ separate: [{ unitId: 'a' }, { unitId: 'b' }] });
  expect(withUnit({ way: 'SEPARATE', separate }, 'a', false)).toEqual({ separate });
});
