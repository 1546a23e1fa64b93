import { Link } from '@tanstack/react-router';
import type { OpinionReport } from '../../api/types';
import { DueExplained } from '../../ui/DueExplained';
import { prose } from '../../ui/format';
import { Card } from '../../ui/Page';
import { PostOrigin } from '../../ui/PostOrigin';
import { State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { useAnswerReasons } from './answerReasons';

/** Where the report stands, in words first. */
export function OpinionState({ report }: { report: OpinionReport }) {
  const reasons = useAnswerReasons();
  const { issued, sentUp, from } = report;
  return (
    <Card title={t('opinion.standing')}>
      <p className="strong">
        <State family="opinion.status" code={report.status} />
      </p>
      {report.takenBy && <p className="quiet">{t('opinion.takenBy', { name: report.takenBy })}</p>}
      {report.answerBy && <DueExplained label={t('opinion.answerBy')} due={report.answerBy} />}
      {issued && (
        <p>
          {issued.issueId ? (
            <Link to="/bulletins/$id" params={{ id: issued.issueId }}>
              {t('bulletin.no', { bulletin: issued.bulletin ?? '', year: issued.year ?? '', no: issued.no ?? '' })}
            </Link>
          ) : (
            t('opinion.issuedOn', { day: prose(issued.on) })
          )}
          <span className="quiet"> {nameOf('opinion.mode', issued.mode)}</span>
        </p>
      )}
      {report.answerReason && (
        <p>{reasons.find((each) => each.value === report.answerReason)?.label ?? report.answerReason}</p>
      )}
      {report.referredTo && <p>{t('referred.to', { name: report.referredTo })}</p>}
      {report.answerComment && <p className="quiet">{report.answerComment}</p>}
      {from && <p>{t('opinion.from', { name: from.name })}</p>}
      {report.convertedFrom && <p>{t('opinion.convertedFrom', { title: report.convertedFrom.title })}</p>}
      {report.raisedFrom && (
        <p>
          {t('raised.origin')} <PostOrigin id={report.raisedFrom} />
        </p>
      )}
      {sentUp && (
        <p>
          {t('opinion.sentUpOn', { day: prose(sentUp.on) })}{' '}
          {sentUp.status && t('opinion.upperIs', { status: nameOf('opinion.status', sentUp.status) })}
        </p>
      )}
    </Card>
  );
}
