// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { enterReport } from '../features/opinion/onBehalf';
import { enterProposal } from '../features/proposal/onBehalf';
import { Refused, serve } from '../stage';
import { sendOnce } from './enter';
import { drafts } from './store';

interface Row {
  version: number;
  status: string;
  owner: unknown;
  text: Record<string, unknown>;
}

/** A service that has one row, answers a repeated create with it, and loses its next answers. */
function oneRow(path: string, textOf: (row: Row) => object) {
  const it: { row: Row | undefined; losing: number } = { row: undefined, losing: 0 };
  const told = () => {
    if (!it.row) return new Refused(404, 'not-found');
    if (it.losing-- > 0) return new Refused(502, 'http.502');
    return { id: 'r', version: it.row.version, status: it.row.status, ...textOf(it.row) };
  };
  const move = ({ version, ...body }: Record<string, unknown>, next: (row: Row) => Partial<Row>) => {
    if (it.row?.status !== 'DRAFT') return new Refused(409, 'move-not-allowed');
    if (it.row.version !== version) return new Refused(409, 'version');
    it.row = { ...it.row, ...next({ ...it.row, text: body }), version: it.row.version + 1 };
    return told();
  };
  serve({
    [`POST ${path}`]: ({ id: _, onBehalfOf, ...text }) => {
      it.row ??= { version: 1, status: 'DRAFT', owner: onBehalfOf, text };
      return it.row.owner === onBehalfOf ? told() : new Refused(409, 'id.taken');
    },
    [`PUT ${path}/r`]: (body) => move(body, ({ text }) => ({ text })),
    [`PUT ${path}/r/submission`]: (body) => move(body, () => ({ status: 'SUBMITTED' })),
    [`DELETE ${path}/r`]: () => {
      it.row = undefined;
      return {};
    },
  });
  return it;
}

const proposals = () => oneRow('/api/proposals', ({ text }) => text);
const written = (title: string, onBehalfOf = 'm') => ({ onBehalfOf, title, suggestions: ['一'], analysis: undefined });

test('a proposal corrected after a first try whose answer was lost is handed in as corrected', async () => {
  const service = proposals();
  service.losing = 1;
  await expect(enterProposal('r', written('旧'), true)).rejects.toThrow();
  const made = await enterProposal('r', written('新'), true);
  expect(made).toMatchObject({ title: '新', status: 'SUBMITTED' });
});

test('a proposal that is there already with these words is found handed in, and other words are not dropped', async () => {
  const service = proposals();
  await enterProposal('r', written('题'), true);
  expect(await enterProposal('r', written('题 '), true)).toMatchObject({ title: '题', status: 'SUBMITTED' });
  await expect(enterProposal('r', written('别的题'), true)).rejects.toMatchObject({ code: 'move-not-allowed' });
  expect(service.row?.text.title).toBe('题');
});

test('a first try in the name of another member gives way to the right one', async () => {
  const service = proposals();
  service.losing = 1;
  await expect(enterProposal('r', written('题', 'wrong'), true)).rejects.toThrow();
  await enterProposal('r', written('题', 'right'), true);
  expect(service.row).toMatchObject({ owner: 'right', status: 'SUBMITTED' });
});

test('a report corrected after a refused submission is handed in as corrected, an outsider with it', async () => {
  const service = oneRow('/api/opinion-reports', ({ text: { coauthors, ...text } }) => ({ text, coauthors }));
  const report = (title: string, name: string) => ({ title, coauthors: [{ name, contact: undefined }] });
  service.losing = 1;
  await expect(enterReport({ id: 'r', authorKind: 'STATION' }, report('题', '甲'), true)).rejects.toThrow();
  await enterReport({ id: 'r', authorKind: 'STATION' }, report('题', '乙'), true);
  expect(service.row).toMatchObject({ status: 'SUBMITTED', text: {}, version: 3 });
});

/** Rows by their ids, as a create that is repeated leaves them; the next answers get lost. */
function rows(losing: number) {
  const there = new Map<string, { id: string; version: number; title: string }>();
  const told = (id: string) => {
    const row = there.get(id);
    if (!row) throw new Error('not found');
    if (losing-- > 0) throw new Error('no answer');
    return row;
  };
  return {
    titles: () => [...there.values()].map(({ title }) => title),
    make: (title: string) => async (id: string) => {
      if (!there.has(id)) there.set(id, { id, version: 1, title });
      return told(id);
    },
    edit:
      (title: string) =>
      async ({ id, version }: { id: string; version: number }) => {
        there.set(id, { id, version: version + 1, title });
        return told(id);
      },
  };
}

test('the same words after a lost answer are one row, even from another page, and the next words are another', async () => {
  const { titles, make } = rows(1);
  await expect(sendOnce('one', { title: '甲' }, make('甲'))).rejects.toThrow();
  await sendOnce('one', { title: '甲' }, make('甲'));
  expect(titles()).toEqual(['甲']);
  await sendOnce('one', { title: '甲' }, make('甲'));
  expect(titles()).toEqual(['甲', '甲']);
  expect(drafts.read('one.sent')).toBeUndefined();
});

test('words corrected after a lost answer are never dropped: a row of their own, or the row put right', async () => {
  const other = rows(1);
  await expect(sendOnce('two', { title: '旧' }, other.make('旧'))).rejects.toThrow();
  expect(await sendOnce('two', { title: '新' }, other.make('新'))).toMatchObject({ title: '新' });
  expect(other.titles()).toEqual(['旧', '新']);

  const same = rows(2);
  await expect(sendOnce('three', { title: '旧' }, same.make('旧'), same.edit('旧'))).rejects.toThrow();
  await expect(sendOnce('three', { title: '新' }, same.make('新'), same.edit('新'))).rejects.toThrow();
  await sendOnce('three', { title: '新' }, same.make('新'), same.edit('新'));
  expect(same.titles()).toEqual(['新']);
});
