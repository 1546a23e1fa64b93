import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { ApiProblem, Unreachable } from '../api/problem';
import { flush, giveUp, type Line, put, startOutbox, tryAgain, unsent } from './outbox';

let sent: string[] = [];
let answer: (line: Line) => unknown = () => null;

const textOf = ({ matter }: Line) => (matter.kind === 'post' ? matter.text : '');
const post = (text: string) => ({ kind: 'post' as const, groupId: 'g', id: text, text });

beforeEach(async () => {
  for (const line of unsent()) await giveUp(line);
  sent = [];
  answer = () => null;
  await startOutbox(async (line) => {
    const refusal = answer(line);
    if (refusal) throw refusal;
    sent.push(`${line.seatId}:${textOf(line)}`);
  });
});

test('what is written offline is sent in order, each under its own seat', async () => {
  answer = () => new Unreachable();
  await put('a', '群', post('1'));
  await put('b', '群', post('2'));
  await put('a', '群', post('3'));
  expect(unsent()).toHaveLength(3);
  answer = () => null;
  await flush();
  expect(sent).toEqual(['a:1', 'b:2', 'a:3']);
  expect(unsent()).toHaveLength(0);
});

test('a refusal sets that line aside with its text, and the others go on', async () => {
  answer = (line) => (textOf(line) === '1' ? new ApiProblem(409, 'group.closed', [], null) : null);
  await put('a', '群', post('1'));
  await put('a', '群', post('2'));
  expect(sent).toEqual(['a:2']);
  const [refused] = unsent();
  expect(refused).toMatchObject({ refused: 'group.closed', matter: { text: '1' } });
  answer = () => null;
  if (refused) await tryAgain(refused);
  expect(sent).toEqual(['a:2', 'a:1']);
});

test('a lost log-in or a broken server refuses nothing', async () => {
  answer = () => new ApiProblem(401, 'auth.required', [], null);
  await put('a', '群', post('1'));
  answer = () => new ApiProblem(503, 'http.503', [], null);
  await flush();
  expect(unsent()).toMatchObject([{ refused: null }]);
});
