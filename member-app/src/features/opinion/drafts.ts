import { api, got } from '../../api/client';
import type { OpinionReport } from '../../api/types';
import { Drafts } from '../../store/drafts';
import { languages } from '../draft/languages';

/** Somebody who writes with the author: a member by the seat, or an outsider by the name alone. */
export type Coauthor = { seatId: string; name: string; contact: string };

/** What a person writes of a report. */
export type Fields = {
  kind: OpinionReport['kind'];
  title: string;
  situation: string;
  analysis: string;
  suggestions: string;
  topic: string;
  urgent: boolean;
  /** In which it is written; blank for Chinese. */
  language: string;
  openToPublic: boolean;
  commissionId: string;
  coauthors: readonly Coauthor[];
};

const blank: Fields = {
  kind: 'REPORT',
  title: '',
  situation: '',
  analysis: '',
  suggestions: '',
  topic: '',
  urgent: false,
  language: '',
  openToPublic: false,
  commissionId: '',
  coauthors: [],
};

/** What the server says of a draft besides: the proposal that says the same, how long it may be, words that may be secret. */
export type Beside = {
  same: OpinionReport['sameAsProposal'];
  limits: OpinionReport['limits'];
  secrecyHits: OpinionReport['secrecyHits'];
};

function fromServer(report: OpinionReport) {
  return {
    version: report.version,
    preview: { same: report.sameAsProposal, limits: report.limits, secrecyHits: report.secrecyHits },
    handedIn: report.status !== 'DRAFT',
    fields: {
      ...blank,
      ...report.text,
      kind: report.kind,
      topic: report.topic ?? '',
      urgent: report.urgency === 'URGENT',
      language: report.language ?? '',
      openToPublic: report.openToPublic,
      commissionId: report.commissionId ?? '',
      coauthors: report.coauthors.map(({ seatId, name, contact }) => ({
        seatId: seatId ?? '',
        name,
        contact: contact ?? '',
      })),
    },
  };
}

function toServer({ kind: _, topic, urgent, language, commissionId, coauthors, ...text }: Fields) {
  return {
    ...text,
    coauthors: coauthors.map(({ seatId, name, contact }) =>
      seatId ? { seatId } : { name, contact: contact || undefined },
    ),
    topic: topic || undefined,
    language: languages.find((code) => code === language),
    urgency: urgent ? ('URGENT' as const) : ('NORMAL' as const),
    commissionId: commissionId || undefined,
  };
}

/** Reports that are being written. The seat is named on each request. */
export const opinionDrafts = new Drafts<Fields, Beside>({
  prefix: 'opinion:',
  blank,
  outdated: 'opinion.version',
  deskFor: (seatId) => {
    const headers = { 'X-Seat': seatId };
    return {
      create: async (id, fields) =>
        fromServer(
          await got(
            api.POST('/api/opinion-reports', { headers, body: { id, kind: fields.kind, ...toServer(fields) } }),
          ),
        ),
      save: async (id, fields, version) =>
        fromServer(
          await got(
            api.PUT('/api/opinion-reports/{id}', {
              headers,
              params: { path: { id } },
              body: { ...toServer(fields), version },
            }),
          ),
        ),
      fetch: async (id) =>
        fromServer(await got(api.GET('/api/opinion-reports/{id}', { headers, params: { path: { id } } }))),
      submit: (id, version) =>
        got(
          api.PUT('/api/opinion-reports/{id}/submission', {
            headers,
            params: { path: { id } },
            body: { version, secrecyConfirmed: true },
          }),
        ),
    };
  },
});

/** The characters of its parts together, as the service counts them. */
export function reportLength({ situation, analysis, suggestions }: Fields): number {
  return [situation, analysis, suggestions].reduce((sum, text) => sum + [...text].length, 0);
}
