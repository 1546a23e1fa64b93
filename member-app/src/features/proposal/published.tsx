import type { PublishedProposal } from '../../api/types';
import { t } from '../../text/t';
import { fullDay } from '../../text/time';

/** What is out, the latest first; the same rows for a member and for anybody. */
export function PublishedRows({
  items,
  addressOf,
}: {
  items: readonly PublishedProposal[];
  addressOf: (id: string) => string;
}) {
  return (
    <ul className="stack">
      {items.map(({ proposalId, title, caseNo, sessionName, units, publishedOn, answered }) => (
        <li key={proposalId} className="card tight">
          <a className="line" href={addressOf(proposalId)}>
            <span className="grow strong">{title}</span>
            <span className="next" aria-hidden="true" />
          </a>
          <p className="quiet">{[sessionName, caseNo, units].filter(Boolean).join(' · ')}</p>
          <p className="quiet">
            {t('published.on', { day: fullDay(publishedOn) })}{' '}
            {answered && <span className="tag">{t('published.answered')}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** One of them, whole. */
export function PublishedWords({ it }: { it: PublishedProposal }) {
  return (
    <article className="stack">
      <h2>{it.title}</h2>
      <div className="tight">
        <p className="quiet">{[it.sessionName, it.caseNo].join(' · ')}</p>
        <p className="quiet">{t('published.by', { names: it.proponents })}</p>
        {it.units && <p className="quiet">{t('published.units', { units: it.units })}</p>}
        <p className="quiet">{t('published.days', { filed: fullDay(it.filedOn), out: fullDay(it.publishedOn) })}</p>
      </div>
      <section className="card">
        <p className="prose">{it.text}</p>
      </section>
      {it.reply && (
        <section className="card stack">
          <h3>{t('published.reply')}</h3>
          <p className="prose">{it.reply}</p>
        </section>
      )}
    </article>
  );
}
