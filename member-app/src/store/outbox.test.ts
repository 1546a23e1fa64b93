import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ApiProblem, Unreachable } from '../api/problem';
import { take } from './db';
import {
  closeOutbox,
  flush,
  giveUp,
  justSent,
  type Line,
  openOutbox,
  put,
  startOutbox,
  tryAgain,
  unsent,
  withdraw,
} from './outbox';
import { dropKey, holdKey } from './seal';

let sent: string[] = [];
let answer: (line: Line) => unknown = () => null;

const textOf = ({ matter }: Line) => (matter.kind === 'post' ? matter.text : '');
const post = (text: string, groupId = 'g') => ({ kind: 'post' as const, groupId, id: text, text });
/** Kept, and tried. */
const write = async (seatId: string, text: string, groupId?: string) => {
  await put(seatId, '群', post(text, groupId));
  await flush();
};

beforeAll(() =>
  startOutbox(async (line) => {
    sent.push(`${line.seatId}:${textOf(line)}`);
    const refusal = answer(line);
    if (refusal) throw refusal;
  }),
);

beforeEach(async () => {
  await holdKey('key of 扎西');
  await openOutbox();
  for (const line of unsent()) await giveUp(line);
  await flush();
  sent = [];
  answer = () => null;
});

test('what is written offline is sent in order, each under its own seat, and once', async () => {
  answer = () => new Unreachable();
  await write('a', '1');
  await write('b', '2');
  await write('a', '3');
  expect(unsent()).toHaveLength(3);
  answer = () => null;
  sent = [];
  await flush();
  await flush();
  expect(sent).toEqual(['a:1', 'b:2', 'a:3']);
  expect(unsent()).toHaveLength(0);
});

test('what got through is known for a while; what was given up or refused is not among it', async () => {
  closeOutbox();
  await openOutbox();
  await write('a', '1');
  answer = () => new ApiProblem(409, 'reading.closed-hours', [], null);
  await write('a', '2');
  for (const line of unsent()) await giveUp(line);
  expect(justSent().map(textOf)).toEqual(['1']);
  closeOutbox();
  expect(justSent()).toEqual([]);
});

test('a line whose answer was lost is sent again as the same line', async () => {
  const ids: string[] = [];
  answer = (line) => {
    ids.push(line.matter.kind === 'post' ? line.matter.id : '');
    return ids.length === 1 ? new Unreachable() : null;
  };
  await write('a', '1');
  await flush();
  expect(new Set(ids).size).toBe(1);
  expect(ids).toHaveLength(2);
  expect(unsent()).toHaveLength(0);
});

test('what is put while others are sent is sent too, and two flushes at once send nothing twice', async () => {
  answer = () => {
    if (sent.length === 1) void put('a', '群', post('2'));
    return null;
  };
  await put('a', '群', post('1'));
  await Promise.all([flush(), flush()]);
  await expect.poll(() => unsent().length).toBe(0);
  await expect.poll(() => sent).toEqual(['a:1', 'a:2']);
});

test('a refusal keeps its text and holds back what was written after it on the same subject, nothing else', async () => {
  answer = (line) => (textOf(line) === '1' ? new ApiProblem(409, 'group.closed', [], null) : null);
  await write('a', '1');
  await write('a', '2');
  await write('a', '3', 'another group');
  await write('b', '4');
  expect(sent).toEqual(['a:1', 'a:3', 'b:4']);
  const [refused, behind] = unsent();
  expect(refused).toMatchObject({ refused: 'group.closed', matter: { text: '1' } });
  expect(behind).toMatchObject({ refused: null, matter: { text: '2' } });
  answer = () => null;
  sent = [];
  if (refused) await tryAgain(refused);
  expect(sent).toEqual(['a:1', 'a:2']);
});

test('giving a refused line up lets those behind it go', async () => {
  answer = (line) => (textOf(line) === '1' ? new ApiProblem(422, 'fields.invalid', [], null) : null);
  await write('a', '1');
  await write('a', '2');
  const [refused] = unsent();
  if (refused) await giveUp(refused);
  await flush();
  expect(unsent()).toHaveLength(0);
  expect(sent).toEqual(['a:1', 'a:2']);
});

test('a lost log-in refuses nothing, and what breaks the server stops only its own subject', async () => {
  answer = () => new ApiProblem(401, 'auth.required', [], null);
  await write('a', '1');
  await write('a', '2', 'another group');
  expect(sent[sent.length - 1]).toBe('a:1');
  answer = (line) => (textOf(line) === '1' ? new ApiProblem(503, 'http.503', [], null) : null);
  await flush();
  expect(unsent()).toMatchObject([{ refused: null, matter: { text: '1' } }]);
});

test('the words leave their box in the moment in which the line is kept', async () => {
  answer = () => new Unreachable();
  const { keep } = await import('./db');
  await keep('drafts', 'words:a/post/g', { seatId: 'a', text: '1' });
  await put('a', '群', post('1'), { shelf: 'drafts', key: 'words:a/post/g' });
  expect(await take('drafts', 'words:a/post/g')).toBeUndefined();
  expect(unsent()).toMatchObject([{ matter: { text: '1' } }]);
});

test('locked, nothing is read and nothing sent; the next log-in of the same person finds all of it, another none', async () => {
  answer = () => new Unreachable();
  await write('a', '1');
  closeOutbox();
  await dropKey();
  answer = () => null;
  sent = [];
  await openOutbox();
  await flush();
  expect(unsent()).toEqual([]);
  await holdKey('key of 卓玛');
  await openOutbox();
  await flush();
  expect(sent).toEqual([]);
  await holdKey('key of 扎西');
  await openOutbox();
  await flush();
  expect(sent).toEqual(['a:1']);
});

test('what breaks on the phone holds back its own subject and nothing else', async () => {
  answer = (line) => (textOf(line) === '1' ? new TypeError('Failed to fetch dynamically imported module') : null);
  await write('a', '1');
  await write('a', '2', 'another group');
  expect(sent).toContain('a:2');
  expect(unsent()).toMatchObject([{ refused: null, matter: { text: '1' } }]);
});

test('of a rating the last word counts, and none that got through by itself stays behind as refused', async () => {
  answer = () => new ApiProblem(422, 'fields.invalid', [], null);
  const rating = (comment: string) => ({ kind: 'rating' as const, assignmentId: 'r', given: { comment } });
  await put('a', '评价', rating('一'));
  await flush();
  await put('a', '评价', rating('二'));
  await flush();
  expect(unsent()).toMatchObject([{ matter: { given: { comment: '二' } } }]);
  await withdraw('a', rating('三'));
  expect(unsent()).toEqual([]);
});
