import { api, done, read } from '../../api/client';
import { enter, hasAll } from '../../api/enter';
import type { OpinionDraft, OpinionReport } from '../../api/types';
import { at } from './useOpinion';

type Author = Pick<OpinionDraft, 'onBehalfOf' | 'authorKind'> & { id: string };

/** What a member, an informant or a station has sent in, typed by the office and handed in. */
export function enterReport(
  { id, ...author }: Author,
  text: Omit<OpinionDraft, 'id' | keyof Author>,
  secrecyConfirmed: boolean,
): Promise<OpinionReport> {
  return enter<OpinionReport>({
    make: () => read(api.POST('/api/opinion-reports', { body: { id, ...author, ...text } })),
    drop: () => done(api.DELETE('/api/opinion-reports/{id}', at({ id }))),
    edit: ({ version }) => read(api.PUT('/api/opinion-reports/{id}', { ...at({ id }), body: { version, ...text } })),
    submit: ({ version }) =>
      read(api.PUT('/api/opinion-reports/{id}/submission', { ...at({ id }), body: { version, secrecyConfirmed } })),
    isTyped: (made) => hasAll({ ...made, ...made.text, coauthors: made.coauthors.map(named) }, text),
  });
}

/** Those who are known by name alone, as the form has them. */
function named({ name, contact }: OpinionReport['coauthors'][number]) {
  return { name, contact };
}
