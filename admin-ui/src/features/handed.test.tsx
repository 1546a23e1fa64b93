// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { open, Refused, serve } from '../stage';
import { AssignmentListPage } from './handling/AssignmentListPage';
import { AssignmentPage } from './handling/AssignmentPage';
import { ListPapers } from './proposal/ListPapers';

const assignment = (subjectType: string) => ({
  id: 'a',
  version: 3,
  subjectType,
  subjectId: 's',
  title: '题',
  proponent: '扎西',
  unitName: '县卫健局',
  role: 'SOLE',
  status: 'REPLY_ACCEPTED',
  round: 1,
  assignedOn: '2026-03-02',
  acceptBy: '2026-03-05',
  returnBy: '2026-03-09',
  replyBy: '2026-06-02',
  overdue: false,
  suggestions: ['议'],
  proponents: [],
  joined: [],
  others: [],
  contacts: [],
  consultations: [],
  opinions: [],
  opinionsMissing: [],
  secrecyHits: [],
  earlier: [],
  reply: { grade: 'SOLVED', letter: 'A', text: '已经办妥', answers: [], promises: [], repliedOn: '2026-03-02' },
  rating: {
    round: 1,
    version: 1,
    attitude: 'SATISFIED',
    result: 'SATISFIED',
    contactMode: 'PHONE',
    ratedOn: '2026-03-02',
    ratedAt: '2026-03-02T00:00:00Z',
    flags: [],
  },
  can: [],
});

test('the letter and the form of a proposal are not offered for a report', async () => {
  serve({ 'GET /api/assignments/a': () => assignment('opinion_report') });
  const page = open('/assignments/$id', AssignmentPage, '/assignments/a');
  await screen.findByText('已经办妥');
  expect(screen.queryAllByRole('button', { name: /征询意见表|答复函/ })).toEqual([]);
  page.unmount();
  serve({ 'GET /api/assignments/a': () => assignment('proposal') });
  open('/assignments/$id', AssignmentPage, '/assignments/a');
  await screen.findByText('已经办妥');
  expect(screen.getAllByRole('button', { name: /征询意见表|答复函/ }).length).toBe(4);
  screen.getByText(/沟通方式：电话/);
});

test('a word of the secrecy list warns the unit while it writes, before anybody else reads it', async () => {
  serve({
    'GET /api/assignments/a': () => ({
      ...assignment('proposal'),
      status: 'ACCEPTED',
      reply: undefined,
      rating: undefined,
      can: ['reply'],
    }),
    'GET /api/settings': () => [{ key: 'proposal.secrecy-words', value: ['机密', '内部文件'] }],
  });
  open('/assignments/$id', AssignmentPage, '/assignments/a');
  fireEvent.change(await screen.findByLabelText('答复正文'), { target: { value: '按规定办理' } });
  expect(screen.queryByText(/答复中有提醒词/)).toBeNull();
  fireEvent.change(screen.getByLabelText('答复正文'), { target: { value: '详见内部文件' } });
  await screen.findByText(/答复中有提醒词：内部文件/);
});

test('the hand-over list is that of the present session until another is chosen', async () => {
  const asked: string[] = [];
  serve({ 'GET /api/committee': () => ({ currentSession: { key: '14-3' } }) });
  const served = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    asked.push(String(input instanceof Request ? input.url : input));
    return served(input, init);
  };
  open('/proposals', () => <ListPapers filter={{}} session={undefined} unitId="u" />, '/proposals');
  fireEvent.click(await screen.findByRole('button', { name: /交办清单.*Word|Word.*交办清单/ }));
  await screen.findByRole('alert');
  expect(asked.some((url) => url.includes('/api/hand-over-list?session=14-3&unitId=u'))).toBe(true);
});

test('whoever sees the assignments of all units may look at those of one', async () => {
  serve({
    'GET /api/units': () => ({ items: [{ id: 'u', name: '县卫健局' }] }),
    'GET /api/assignments': () => ({ items: [] }),
  });
  open('/assignments', AssignmentListPage, '/assignments');
  await screen.findByRole('combobox', { name: '承办单位' });
});

test('several units are urged at once: who was not is named with the reason, and the filter stays', async () => {
  const late = (id: string, unitName: string, ...can: string[]) => ({
    ...assignment('proposal'),
    id,
    unitName,
    status: 'ACCEPTED',
    overdue: true,
    can,
  });
  const told: unknown[] = [];
  serve({
    'GET /api/units': () => [],
    'GET /api/sessions': () => [{ id: 'x', key: '14-2', name: '十四届二次会议' }],
    'GET /api/assignments': () => ({
      items: [late('a', '县卫健局', 'urge'), late('b', '县教育局', 'urge'), late('c', '县水利局')],
    }),
    'POST /api/assignments/a/urgings': (body) => {
      told.push(body);
      return late('a', '县卫健局', 'urge');
    },
    'POST /api/assignments/b/urgings': () => new Refused(409, 'assignment.move-not-allowed'),
  });
  open('/assignments', AssignmentListPage, '/assignments?due=OVERDUE&session=14-2');
  await screen.findByText('届次：十四届二次会议');
  for (const box of (await screen.findAllByRole('checkbox', { name: '选择此行' })).slice(-3)) fireEvent.click(box);
  fireEvent.click(screen.getByRole('button', { name: '催办 2 件' }));
  const dialog = within(await screen.findByRole('dialog'));
  dialog.getByText('另有 1 件不需要催办，不在其内。');
  fireEvent.click(dialog.getByRole('button', { name: '催办 2 件' }));
  const note = within(await screen.findByRole('status'));
  note.getByText('已催办 1 件，1 件没有催办成：');
  note.getByText('县教育局《题》：');
  expect(note.getByRole('listitem').textContent).not.toBe('县教育局《题》：');
  expect(told).toEqual([{ text: '请抓紧办理，按期答复；已经超期的，请尽快答复。' }]);
  screen.getByText('届次：十四届二次会议');
});
