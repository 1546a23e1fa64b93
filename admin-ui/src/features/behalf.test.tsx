// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Proposal } from '../api/types';
import { open, Refused, serve } from '../stage';
import { MoveButtons } from './proposal/MoveButtons';
import { ReturnedPage } from './proposal/ReturnedPage';

const proposal = (more: Partial<Proposal>): Proposal => ({
  id: 'p',
  version: 3,
  status: 'DRAFT',
  proponentKind: 'MEMBER',
  proponent: { id: 's', name: '扎西' },
  cosigners: [],
  seconders: [],
  title: '关于修缮敬老院的建议',
  category: 'SOCIETY',
  categoryName: '社会',
  situation: '屋顶漏雨。',
  analysis: '',
  suggestions: ['安排经费'],
  openToPublic: true,
  research: '',
  originalText: '',
  wishes: { allowSecond: false, suggestedAssistUnits: [] },
  secrecyHits: [],
  merged: [],
  links: [],
  instructedAt: [],
  imported: false,
  assignments: [],
  createdAt: '2026-03-01T00:00:00Z',
  updatedAt: '2026-03-01T00:00:00Z',
  can: ['edit', 'submit'],
  ...more,
});

test('what came back to the office is put right and handed in again, and its text survives a refusal', async () => {
  const there = proposal({});
  let refuses = true;
  const asked = serve({
    'GET /api/proposals/p': () => there,
    'PUT /api/proposals/p': ({ version, ...text }) =>
      Object.assign(there, text, { version: Number(version) + 1, proponent: there.proponent }),
    'PUT /api/proposals/p/submission': ({ version }) => {
      if (refuses) return new Refused(422, 'proposal.convener-missing');
      return version === there.version ? Object.assign(there, { status: 'SUBMITTED' }) : new Refused(409, 'x');
    },
  });
  open('/proposals/$id/edit', ReturnedPage, '/proposals/p/edit');
  const title = await screen.findByLabelText<HTMLInputElement>('案由');
  expect(title.value).toBe('关于修缮敬老院的建议');
  fireEvent.change(title, { target: { value: '关于修缮县敬老院的建议' } });
  fireEvent.click(screen.getByRole('button', { name: '提交提案' }));
  await screen.findByText('请先确认内容不涉密');
  expect(asked.some((each) => each.startsWith('PUT'))).toBe(false);

  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(screen.getByRole('button', { name: '提交提案' }));
  await screen.findByText('以界别、小组名义提出的，须有召集人（组长）联名。');
  expect(screen.getByLabelText<HTMLInputElement>('案由').value).toBe('关于修缮县敬老院的建议');
  expect(there.title).toBe('关于修缮县敬老院的建议');

  refuses = false;
  fireEvent.click(screen.getByRole('button', { name: '提交提案' }));
  await waitFor(() => expect(there.status).toBe('SUBMITTED'));
  expect(asked.filter((each) => each === 'PUT /api/proposals/p').length).toBe(1);
});

test('a draft that somebody else typed is not put right here', async () => {
  serve({ 'GET /api/proposals/p': () => proposal({ can: [] }) });
  open('/proposals/$id/edit', ReturnedPage, '/proposals/p/edit');
  await screen.findByText(/这件提案现在不能修改/);
  expect(screen.queryByLabelText('案由')).toBeNull();
});

test('a request for withdrawal is refused with a reason, or granted with its consequence', async () => {
  const asked: Record<string, unknown>[] = [];
  serve({
    'PUT /api/proposals/p/withdrawal-decision': (body) => {
      asked.push(body);
      return proposal({});
    },
  });
  const filed = proposal({
    status: 'FILED',
    caseNo: '14-2-0001',
    withdrawalRequest: { state: 'ASKED', reason: '问题已经解决', askedOn: '2026-03-02' },
    can: ['decide-withdrawal'],
  });
  open('/proposals/$id', () => <MoveButtons proposal={filed} onMoved={() => {}} />, '/proposals/p');
  fireEvent.click(await screen.findByRole('button', { name: '答复撤案申请' }));
  const dialog = within(await screen.findByRole('dialog'));
  dialog.getByText('问题已经解决');
  fireEvent.click(dialog.getByRole('radio', { name: '同意撤案' }));
  await dialog.findByText(/案号 14-2-0001 作废/);
  fireEvent.click(dialog.getByRole('radio', { name: '不同意，继续办理' }));
  fireEvent.click(dialog.getByRole('button', { name: '答复撤案申请' }));
  await dialog.findByText('请填写理由');
  expect(asked).toEqual([]);
  fireEvent.change(dialog.getByRole('textbox'), { target: { value: '还有一处没有解决' } });
  fireEvent.click(dialog.getByRole('button', { name: '答复撤案申请' }));
  await waitFor(() => expect(asked).toEqual([{ granted: false, reason: '还有一处没有解决' }]));
});

test('a proponent without a phone appeals and answers through whoever typed his proposal', async () => {
  const asked: [string, Record<string, unknown>][] = [];
  serve({
    'PUT /api/proposals/p/conversion': (body) => {
      asked.push(['conversion', body]);
      return proposal({});
    },
    'PUT /api/proposals/p/appeal': (body) => {
      asked.push(['appeal', body]);
      return proposal({});
    },
  });
  const refused = proposal({ status: 'NOT_FILED', can: ['answer-conversion', 'appeal'] });
  open('/proposals/$id', () => <MoveButtons proposal={refused} onMoved={() => {}} />, '/proposals/p');
  fireEvent.click(await screen.findByRole('button', { name: '代录：是否同意转社情民意' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('radio', { name: '同意转为社情民意信息' }));
  fireEvent.click(dialog.getByRole('button', { name: '代录：是否同意转社情民意' }));
  await waitFor(() => expect(asked).toEqual([['conversion', { agreed: true }]]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: '代录：提出申诉' }));
  const appeal = within(await screen.findByRole('dialog'));
  fireEvent.change(appeal.getByRole('textbox'), { target: { value: '建议是具体的' } });
  fireEvent.click(appeal.getByRole('button', { name: '代录：提出申诉' }));
  await waitFor(() => expect(asked[1]).toEqual(['appeal', { reason: '建议是具体的' }]));
});
