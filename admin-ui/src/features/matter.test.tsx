// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { open, serve } from '../stage';
import { aProposal } from './aProposal';
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
