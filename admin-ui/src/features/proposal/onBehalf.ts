import { api, done, read } from '../../api/client';
import { enter, hasAll } from '../../api/enter';
import type { Proposal, ProposalDraft } from '../../api/types';
import { at } from './useProposal';

type Typed = Omit<ProposalDraft, 'id'>;

/** A proponent's paper, typed by the office and handed in. */
export function enterProposal(id: string, typed: Typed, secrecyConfirmed: boolean): Promise<Proposal> {
  return enter<Proposal>({
    ...entry(id, typed),
    submit: ({ version }) => submit(id, version, secrecyConfirmed),
  });
}

/** The same, kept as a draft: signatures may still have to be entered. */
export function saveProposal(id: string, typed: Typed): Promise<Proposal> {
  return enter<Proposal>({ ...entry(id, typed), submit: (made) => Promise.resolve(made) });
}

/** A draft that is there already, put right; and handed in, where its text was said to hold no secrets. */
export async function changeProposal(
  proposal: Proposal,
  typed: Typed,
  handIn: { secrecyConfirmed: boolean } | undefined,
): Promise<Proposal> {
  const { scanFileId, sealFileId, ...words } = typed;
  const files = { ...(scanFileId && { scanFileId }), ...(sealFileId && { sealFileId }) };
  const same = hasAll(proposal, { ...words, ...files });
  const saved = same ? proposal : await edit(proposal.id, proposal.version, { ...words, ...files });
  return handIn ? submit(saved.id, saved.version, handIn.secrecyConfirmed) : saved;
}

function entry(id: string, { onBehalfOf, ...text }: Typed) {
  return {
    make: () => read(api.POST('/api/proposals', { body: { id, onBehalfOf, ...text } })),
    drop: () => done(api.DELETE('/api/proposals/{id}', at({ id }))),
    edit: ({ version }: Proposal) => edit(id, version, text),
    isTyped: (made: Proposal) => hasAll(made, text),
  };
}

function edit(id: string, version: number, text: Typed): Promise<Proposal> {
  return read(api.PUT('/api/proposals/{id}', { ...at({ id }), body: { version, ...text } }));
}

function submit(id: string, version: number, secrecyConfirmed: boolean): Promise<Proposal> {
  return read(api.PUT('/api/proposals/{id}/submission', { ...at({ id }), body: { version, secrecyConfirmed } }));
}
