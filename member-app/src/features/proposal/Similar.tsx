import { useEffect, useState } from 'react';
import { api, got } from '../../api/client';
import { question, useRemote } from '../../api/remote';
import { t, tOr } from '../../text/t';
import type { Fields } from './fields';

const pause = 800;

const similarTo = question((id: string, title: string, text: string) =>
  title.trim().length < 4
    ? Promise.resolve([])
    : got(api.POST('/api/proposals/similar', { body: { id, title, text: text.slice(0, 600) } })),
);

/** What others have proposed on the same matter, folded under the title. It informs; it never stands in the way. */
export function Similar({ id, fields }: { id: string; fields: Fields }) {
  const [asked, setAsked] = useState({ title: fields.title, text: fields.situation });
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ title: fields.title, text: fields.situation }), pause);
    return () => clearTimeout(timer);
  }, [fields.title, fields.situation]);
  const { data } = useRemote(similarTo, id, asked.title, asked.text);
  if (!data || data.length === 0) return null;
  return (
    <details className="note">
      <summary>{t('similar.title', { count: data.length })}</summary>
      <p className="quiet">{t('similar.says')}</p>
      <ul className="stack">
        {data.map((one) => (
          <li key={one.id} className="tight">
            <p>{one.title}</p>
            <p className="quiet">
              {[
                one.proponent,
                sessionWords(one.session),
                one.caseNo && t('proposals.caseNo', { caseNo: one.caseNo }),
                tOr(`status.${one.status}`, 'status.other'),
                t('similar.share', { percent: one.percent }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {one.units.length > 0 && (
              <p className="quiet">
                {t('similar.units', { names: one.units.map(({ name }) => name).join(t('comma')) })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** 14-2 as an office says it. */
function sessionWords(key: string | undefined): string {
  const [term, no] = (key ?? '').split('-');
  return term && no ? t('similar.session', { term, no }) : '';
}
