// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { open, serve } from '../stage';
import { aProposal } from './aProposal';
import { Besides } from './proposal/Besides';
import { basisFrom, basisValues, wishesWith } from './proposal/basis';
import { ProposalMatter } from './proposal/ProposalMatter';

function Changing() {
  const [suggestions, set] = useState(['安排经费', '安排经费']);
  return (
    <>
      <button type="button" onClick={() => set(['修缮屋顶', ...suggestions])}>
        改
      </button>
      <ProposalMatter proposal={aProposal({ suggestions })} />
    </>
  );
}

test('two suggestions that say the same are two, also when a third comes before them', async () => {
  serve({});
  open('/proposals/$id', Changing, '/proposals/p');
  fireEvent.click(await screen.findByRole('button', { name: '改' }));
  await screen.findByText('修缮屋顶');
  const list = screen.getByText('修缮屋顶').closest('ol');
  expect(
    within(list ?? document.body)
      .getAllByRole('listitem')
      .map((each) => each.textContent),
  ).toEqual(['修缮屋顶', '安排经费', '安排经费']);
});

test('the proposal that another grew out of is a link for who may read it, and its title for others', async () => {
  const basedOn = { kind: 'PROPOSAL' as const, id: 'old', note: '关于村道养护的提案' };
  const shown = aProposal({ wishes: { allowSecond: false, suggestedAssistUnits: [], basedOn } });
  serve({
    'GET /api/units': () => [],
    'GET /api/proposals/old': () => aProposal({ id: 'old', title: '关于村道的提案' }),
  });
  const page = open('/proposals/$id', () => <Besides proposal={shown} />, '/proposals/p');
  const link = await screen.findByRole('link', { name: '关于村道的提案' });
  expect(link.getAttribute('href')).toBe('/proposals/old');
  page.unmount();
  serve({ 'GET /api/units': () => [] });
  open('/proposals/$id', () => <Besides proposal={shown} />, '/proposals/p');
  await screen.findByText('以前的提案：关于村道养护的提案');
  expect(screen.queryByRole('link')).toBeNull();
});

test('what a paper is based on is one proposal or words, and other wishes stay', () => {
  const old = { kind: 'PROPOSAL' as const, id: 'old', note: '题' };
  expect(basisValues(old)).toEqual({ earlier: { value: 'old', label: '题' } });
  expect(basisFrom({ ...basisValues(old), basisNote: '调研' }, undefined)).toEqual(old);
  expect(basisFrom({ basisNote: ' 春季调研 ' }, { kind: 'RESEARCH', note: '调研' })).toEqual({
    kind: 'RESEARCH',
    note: '春季调研',
  });
  expect(basisFrom({ basisNote: '调研' }, old)).toEqual({ kind: 'OTHER', note: '调研' });
  const post = { kind: 'READING_POST' as const, id: 'post' };
  expect(basisFrom(basisValues(post), post)).toEqual(post);
  expect(basisFrom({}, old)).toBeUndefined();
  const wishes = { allowSecond: true, suggestedLeadUnit: 'u', suggestedAssistUnits: [], basedOn: old };
  expect(wishesWith({ basisNote: '' }, wishes)).toEqual({
    allowSecond: true,
    suggestedLeadUnit: 'u',
    suggestedAssistUnits: [],
  });
  expect(wishesWith({}, undefined)).toBeUndefined();
});
