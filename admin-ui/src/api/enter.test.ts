// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { enterReport } from '../features/opinion/onBehalf';
import { enterProposal } from '../features/proposal/onBehalf';
import { addSeat } from '../features/seat/addSeat';
import { Refused, serve } from '../stage';
import { sendOnce } from './enter';
import { ApiProblem, OFFLINE } from './problem';
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

test('a server that knows a repeat by its words is told the first ones again, and then the row is put right', async () => {
  const there = new Map<string, { id: string; name: string }>();
  const said: string[] = [];
  let lose = 1;
  const make = (name: string) => async (id: string, earlier?: Record<string, unknown>) => {
    const row = { id, name, ...earlier };
    said.push(row.name);
    const known = there.get(id);
    if (known && known.name !== row.name) throw new ApiProblem(409, 'id.taken', '', [], undefined);
    there.set(id, known ?? row);
    if (lose-- > 0) throw OFFLINE;
    return known ?? row;
  };
  const edit =
    (name: string) =>
    async ({ id }: { id: string }) => {
      const right = { id, name };
      there.set(id, right);
      return right;
    };
  await expect(sendOnce('four', { name: '旧' }, make('旧'), edit('旧'))).rejects.toThrow();
  await sendOnce('four', { name: '新' }, make('新'), edit('新'));
  expect(said).toEqual(['旧', '旧']);
  expect([...there.values()].map(({ name }) => name)).toEqual(['新']);
});

test('a first try that never arrived and would be refused gives way to the words as they are now', async () => {
  let arrived = false;
  const make = (name: string) => async (id: string, earlier?: Record<string, unknown>) => {
    const row = { id, name, ...earlier };
    if (!arrived) {
      arrived = true;
      throw OFFLINE;
    }
    if (row.name === '错') throw new ApiProblem(422, 'fields.invalid', '', [], undefined);
    return row;
  };
  const same = async (made: { id: string; name: string }) => made;
  await expect(sendOnce('five', { name: '错' }, make('错'), same)).rejects.toThrow();
  expect(await sendOnce('five', { name: '对' }, make('对'), same)).toMatchObject({ name: '对' });
  expect(drafts.read('five.sent')).toBeUndefined();
});

test('a seat added with the wrong role and name, the answer lost, is one seat with the right ones', async () => {
  const there: { id: string; version: number; name: string; roles: { role: string; unitId?: string }[] }[] = [];
  let lose = 1;
  serve({
    'POST /api/seats': ({ id, name, roles, unitId }) => {
      const [known] = there;
      if (known && known.name !== name) return new Refused(409, 'id.taken');
      const seat = known ?? {
        id: String(id),
        version: 1,
        name: String(name),
        roles: [Object(roles)]
          .flat()
          .map((role: string) => (role === 'UNIT_CLERK' ? { role, unitId: String(unitId) } : { role })),
      };
      if (!known) there.push(seat);
      return lose-- > 0 ? new Refused(502, 'http.502') : { ...seat, id: 's' };
    },
    'PUT /api/seats/s': ({ name }) => Object.assign(there[0] ?? {}, { name }),
    'DELETE /api/seats/s/roles/UNIT_CLERK': () => {
      const [seat] = there;
      if (seat) seat.roles = seat.roles.filter(({ role }) => role !== 'UNIT_CLERK');
      return {};
    },
    'PUT /api/seats/s/roles/UNIT_CLERK': ({ unitId }) => {
      there[0]?.roles.push({ role: 'UNIT_CLERK', unitId: String(unitId) });
      return {};
    },
    'PUT /api/seats/s/roles/PROPOSAL_STAFF': () => {
      there[0]?.roles.push({ role: 'PROPOSAL_STAFF' });
      return {};
    },
    'GET /api/seats/s': () => there[0] ?? new Refused(404, 'not-found'),
  });
  await expect(addSeat({ name: '卓马', roles: ['MEMBER', 'UNIT_CLERK'], unitId: 'u1' })).rejects.toThrow();
  await addSeat({ name: '卓玛', roles: ['MEMBER', 'UNIT_CLERK', 'PROPOSAL_STAFF'], unitId: 'u2' });
  expect(there).toHaveLength(1);
  expect(there[0]).toMatchObject({
    name: '卓玛',
    roles: [{ role: 'MEMBER' }, { role: 'UNIT_CLERK', unitId: 'u2' }, { role: 'PROPOSAL_STAFF' }],
  });
});
