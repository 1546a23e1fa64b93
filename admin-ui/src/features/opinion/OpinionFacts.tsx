import type { OpinionReport } from '../../api/types';
import { minute } from '../../ui/format';
import { Card } from '../../ui/Page';
import { nameOf, t } from '../../ui/text';

/** Who wrote it, when, of which kind. How to reach an outsider stands here for the editor alone. */
export function OpinionFacts({ report }: { report: OpinionReport }) {
  return (
    <Card title={t('opinion.facts')}>
      <dl className="facts facts-wide">
        <dt>{t('opinion.author')}</dt>
        <dd>
          {report.author?.name ?? report.from?.name ?? nameOf('opinion.authorKind', report.authorKind)}
          {report.coauthors.map((each) => (
            <span key={each.seatId ?? each.name} className="quiet">
              {' '}
              {each.name}
              {each.contact && t('common.inBrackets', { text: each.contact })}
            </span>
          ))}
        </dd>
        <dt>{t('opinion.kindLabel')}</dt>
        <dd>{nameOf('opinion.kind', report.kind)}</dd>
        <dt>{t('opinion.topic')}</dt>
        <dd>{report.topicName || t('common.none')}</dd>
        <dt>{t('opinion.urgencyLabel')}</dt>
        <dd>{nameOf('opinion.urgency', report.urgency)}</dd>
        <dt>{t('opinion.confidentialityLabel')}</dt>
        <dd>
          {nameOf('opinion.confidentiality', report.confidentiality)}
          {report.openToPublic && <span className="quiet"> {t('opinion.mayBePublic')}</span>}
        </dd>
        {report.language && (
          <>
            <dt>{t('proposal.language')}</dt>
            <dd>{nameOf('language', report.language)}</dd>
          </>
        )}
        <dt>{t('opinion.submittedAt')}</dt>
        <dd>{report.submittedAt ? minute(report.submittedAt) : t('opinion.notSubmitted')}</dd>
        {report.source && (
          <>
            <dt>{t('opinion.source')}</dt>
            <dd>{report.source}</dd>
          </>
        )}
        {report.enteredBy && (
          <>
            <dt>{t('opinion.enteredBy')}</dt>
            <dd>{report.enteredBy}</dd>
          </>
        )}
        {report.imported && (
          <>
            <dt>{t('opinion.importedLabel')}</dt>
            <dd>{t('opinion.imported')}</dd>
          </>
        )}
      </dl>
    </Card>
  );
}
