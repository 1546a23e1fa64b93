import { api, done, read } from '../../api/client';
import { enter, hasAll } from '../../api/enter';
import type { Proposal, ProposalDraft } from '../../api/types';
import { at } from './useProposal';

/** A member's paper, typed by the office and handed in. */
export function enterProposal(
  id: string,
  { onBehalfOf, ...text }: Omit<ProposalDraft, 'id'>,
  secrecyConfirmed: boolean,
): Promise<Proposal> {
  return enter<Proposal>({
    make: () => read(api.POST('/api/proposals', { body: { id, onBehalfOf, ...text } })),
    drop: () => done(api.DELETE('/api/proposals/{id}', at({ id }))),
    edit: ({ version }) => read(api.PUT('/api/proposals/{id}', { ...at({ id }), body: { version, ...text } })),
    submit: ({ version }) =>
      read(api.PUT('/api/proposals/{id}/submission', { ...at({ id }), body: { version, secrecyConfirmed } })),
    isTyped: (made) => hasAll(made, text),
  });
}
