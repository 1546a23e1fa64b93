import { api, got } from '../../api/client';
import type { Proposal, SubmissionPreview } from '../../api/types';
import type { DraftKeeper } from '../../store/DraftKeeper';
import { Drafts } from '../../store/drafts';
import { languages } from '../draft/languages';
import { blank, type Fields } from './fields';

export function fromServer(proposal: Proposal) {
  return {
    version: proposal.version,
    preview: proposal.submissionPreview,
    handedIn: proposal.status !== 'DRAFT' && proposal.status !== 'CO_SIGNING',
    fields: {
      title: proposal.title,
      category: proposal.category ?? '',
      situation: proposal.situation,
      analysis: proposal.analysis,
      suggestions: proposal.suggestions.length > 0 ? proposal.suggestions : [''],
      openToPublic: proposal.openToPublic,
      notOpenReason: proposal.notOpenReason ?? '',
      research: proposal.research,
      language: proposal.language ?? '',
      originalText: proposal.originalText,
    },
  };
}

export function toServer(fields: Fields) {
  return {
    title: fields.title,
    category: fields.category || undefined,
    situation: fields.situation,
    analysis: fields.analysis,
    suggestions: fields.suggestions,
    openToPublic: fields.openToPublic,
    notOpenReason: fields.openToPublic ? undefined : fields.notOpenReason,
    research: fields.research,
    language: languages.find((code) => code === fields.language),
    originalText: fields.originalText,
  };
}

export type ProposalKeeper = DraftKeeper<Fields, SubmissionPreview>;

/** Proposals that are being written. The seat is named on each request. */
export const proposalDrafts = new Drafts<Fields, SubmissionPreview>({
  prefix: '',
  blank,
  outdated: 'proposal.version',
  deskFor: (seatId) => {
    const headers = { 'X-Seat': seatId };
    return {
      create: async (id, fields) =>
        fromServer(await got(api.POST('/api/proposals', { headers, body: { id, ...toServer(fields) } }))),
      save: async (id, fields, version) =>
        fromServer(
          await got(
            api.PUT('/api/proposals/{id}', {
              headers,
              params: { path: { id } },
              body: { ...toServer(fields), version },
            }),
          ),
        ),
      fetch: async (id) => fromServer(await got(api.GET('/api/proposals/{id}', { headers, params: { path: { id } } }))),
      submit: (id, version) =>
        got(
          api.PUT('/api/proposals/{id}/submission', {
            headers,
            params: { path: { id } },
            body: { version, secrecyConfirmed: true },
          }),
        ),
    };
  },
});
