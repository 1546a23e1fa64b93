// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { open, Refused, serve } from '../stage';
import { aProposal } from './aProposal';
import { MoveButtons } from './proposal/MoveButtons';
import { ReturnedPage } from './proposal/ReturnedPage';

test('what came back to the office is put right and handed in again, and its text survives a refusal', async () => {
  const there = aProposal({});
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
  expect(title.value).toBe('A proposal');
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

test('the office names the earlier proposal that a paper speaks of', async () => {
  const there = aProposal({ wishes: { allowSecond: true, suggestedAssistUnits: [] } });
  serve({
    'GET /api/proposals/p': () => there,
    'GET /api/proposals': () => ({
      items: [
        aProposal({ title: '自己' }),
        { ...aProposal({}), id: 'old', title: '关于村道的提案', proponent: '扎西' },
      ],
    }),
    'PUT /api/proposals/p': ({ version, ...text }) =>
      Object.assign(there, text, { version: Number(version) + 1, proponent: there.proponent }),
  });
  open('/proposals/$id/edit', ReturnedPage, '/proposals/p/edit');
  fireEvent.mouseDown(await screen.findByLabelText('引用以往提案'));
  fireEvent.click(await screen.findByText('关于村道的提案（扎西）'));
  expect(screen.queryByText(/^自己/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '保存草稿' }));
  await waitFor(() =>
    expect(there.wishes).toEqual({
      allowSecond: true,
      suggestedAssistUnits: [],
      basedOn: { kind: 'PROPOSAL', id: 'old', note: '关于村道的提案' },
    }),
  );
});

test('a draft that somebody else typed is not put right here', async () => {
  serve({ 'GET /api/proposals/p': () => aProposal({ can: [] }) });
  open('/proposals/$id/edit', ReturnedPage, '/proposals/p/edit');
  await screen.findByText(/这件提案现在不能修改/);
  expect(screen.queryByLabelText('案由')).toBeNull();
});

test('a request for withdrawal is refused with a reason, or granted with its consequence', async () => {
  const asked: Record<string, unknown>[] = [];
  serve({
    'PUT /api/proposals/p/withdrawal-decision': (body) => {
      asked.push(body);
      return aProposal({});
    },
  });
  const filed = aProposal({
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
      return aProposal({});
    },
    'PUT /api/proposals/p/appeal': (body) => {
      asked.push(['appeal', body]);
      return aProposal({});
    },
  });
  const refused = aProposal({ status: 'NOT_FILED', can: ['answer-conversion', 'appeal'] });
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

test('what it counts as is asked when it is handed in, and that the plenary is over is said', async () => {
  const preview = {
    kind: 'PLENARY' as const,
    session: '14-5',
    sessionName: '十四届五次会议',
    late: false,
    textMin: 0,
    textMax: 1500,
    titleMax: 40,
    suggestionsMax: 5,
    cosignersMax: 20,
    cosignBy: '2026-03-12',
  };
  const opened = aProposal({ submissionPreview: preview });
  serve({
    'GET /api/proposals/p': () => aProposal({ submissionPreview: { ...preview, kind: 'INTERSESSION', late: true } }),
  });
  open('/proposals/$id', () => <MoveButtons proposal={opened} onMoved={() => {}} />, '/proposals/p');
  fireEvent.click(await screen.findByRole('button', { name: '提交' }));
  const dialog = within(await screen.findByRole('dialog'));
  await dialog.findByText('大会提案已截止，现在提交计为十四届五次会议平时提案。');
  expect(dialog.queryByText(/大会提案。/)).toBeNull();
});

test('where it cannot be asked, that is said', async () => {
  serve({});
  open('/proposals/$id', () => <MoveButtons proposal={aProposal({})} onMoved={() => {}} />, '/proposals/p');
  fireEvent.click(await screen.findByRole('button', { name: '提交' }));
  await within(await screen.findByRole('dialog')).findByText(/现在查不到/);
});

test('the way back is on a page that was only opened, and says what it did', async () => {
  const asked = serve({
    'DELETE /api/proposals/p/last-move': () => aProposal({ status: 'SUBMITTED', can: ['accept'] }),
  });
  const moved: string[] = [];
  const accepted = aProposal({ status: 'IN_REVIEW', can: ['take-back'] });
  open('/proposals/$id', () => <MoveButtons proposal={accepted} onMoved={(it) => moved.push(it)} />, '/proposals/p');
  await screen.findByText('承接方尚未处理，可以撤回这一步。');
  fireEvent.click(screen.getByRole('button', { name: '撤回' }));
  await waitFor(() => expect(moved).toEqual(['take-back']));
  expect(asked).toContain('DELETE /api/proposals/p/last-move');
});
