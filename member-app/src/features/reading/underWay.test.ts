import { expect, test } from 'vitest';
import type { Line } from '../../store/outbox';
import { underWay } from './underWay';

const line = (id: string, groupId = 'g', topic = '', refused: string | null = null): Line => ({
  id,
  seatId: 's',
  title: '群',
  writtenAt: '2026-03-02T00:00:00Z',
  matter: { kind: 'post', groupId, id: `p${id}`, text: id, more: { kind: 'NOTE', topic, mentions: [] } },
  refused,
});
const post = (id: string) => ({ id });
const ids = (lines: readonly Line[]) => lines.map(({ id }) => id);

test('a line stands there from writing until its post has come, and never beside it', () => {
  const one = line('1');
  expect(ids(underWay([one], [], [], 'g', null))).toEqual(['1']);
  expect(ids(underWay([one], [one], [], 'g', null))).toEqual(['1']);
  expect(ids(underWay([], [one], [], 'g', null))).toEqual(['1']);
  expect(ids(underWay([], [one], [post('p1')], 'g', null))).toEqual([]);
  expect(ids(underWay([one], [], [post('p1')], 'g', null))).toEqual([]);
});

test('lines keep the order in which they were written, those of other groups stand elsewhere', () => {
  expect(ids(underWay([line('3'), line('4', 'h')], [line('2'), line('1')], null, 'g', null))).toEqual(['1', '2', '3']);
});

test('in a topic stands what was written for it, and what was refused wherever it was written', () => {
  const lines = [line('1', 'g', '第三章'), line('2'), line('3', 'g', '', 'reading.closed-hours')];
  expect(ids(underWay(lines, [], [], 'g', '第三章'))).toEqual(['1', '3']);
});
