import { api, got } from '../../api/client';
import { question, refreshAll, useRemote } from '../../api/remote';
import type { OpinionReport } from '../../api/types';
import { type TextKey, t, tOr } from '../../text/t';
import { day, moment } from '../../text/time';
import { Problem, Refreshable, Shape, Sub, Way } from '../../ui/ui';
import { Files } from '../attachment/Files';
import { RaisedFrom } from '../draft/RaisedFrom';
import { TakeBack } from '../draft/TakeBack';
import { Withdraw } from '../draft/Withdraw';
import { gradeWords, ReplyText } from '../reply/ReplyText';
import { outcomeWords } from './OpinionsPage';

export const reportBy = question((id: string) =>
  got(api.GET('/api/opinion-reports/{id}', { params: { path: { id } } })),
);
export const reportTimelineBy = question((id: string) =>
  got(api.GET('/api/opinion-reports/{id}/timeline', { params: { path: { id } } })),
);

/** Where it stands, what came of it, what happened, the text. */
export function OpinionPage({ id }: { id: string }) {
  const { data: report, error, reload } = useRemote(reportBy, id);
  const timeline = useRemote(reportTimelineBy, id);
  return (
    <Sub title={t('opinions.one')} up="/opinions">
      <Refreshable reload={() => Promise.all([reload(), timeline.reload()])}>
        <Problem error={error} retry={reload} />
        {!report && !error && <Shape lines={[80, 100, 40, 100]} />}
        {report && (
          <div className="stack">
            <h2>{report.text.title}</h2>
            <Standing report={report} />
            {report.convertedFrom && (
              <Way kind="wide" to={`/proposals/${report.convertedFrom.id}`}>
                {t('convert.from', { title: report.convertedFrom.title })}
              </Way>
            )}
            {report.raisedFrom && <RaisedFrom postId={report.raisedFrom} />}
            {report.can.includes('edit') && (
              <Way kind="main wide" to={`/opinions/${report.id}/edit`}>
                {t('proposal.edit')}
              </Way>
            )}
            {report.can.includes('take-back') && (
              <TakeBack words={t(takeBackWords(report.status))} takeBack={() => takeBack(report)} />
            )}
            {report.can.includes('withdraw') && <Withdraw of="opinions" withdraw={() => withdraw(report)} />}
            <section className="card stack">
              <h3>{t('proposal.timeline')}</h3>
              <Problem error={timeline.error} retry={timeline.reload} />
              <ol className="timeline">
                {[...(timeline.data ?? [])].reverse().map((item) => (
                  <li key={item.seq}>
                    <p>{tOr(`move.${item.kind}`, 'move.other', { unit: item.unit ?? '', state: '' })}</p>
                    {item.reason && <p>{item.reason}</p>}
                    <p className="quiet">{[moment(item.at), item.who].filter(Boolean).join(' · ')}</p>
                  </li>
                ))}
              </ol>
            </section>
            <Text title={t('opinions.text')} text={report.text} lang={report.language?.toLowerCase()} />
            <Files matter={{ type: 'opinion_report', id: report.id }} />
            {report.edition && <Text title={t('opinions.edition')} text={report.edition} />}
            {report.assignments.map(({ id: key, unitName, reply }) =>
              reply ? (
                <section key={key} className="card stack">
                  <div className="row">
                    <h3 className="grow">{t('reply.of', { unit: unitName })}</h3>
                    <span className="tag">{gradeWords(reply)}</span>
                  </div>
                  <ReplyText reply={reply} suggestions={[(report.edition ?? report.text).suggestions]} />
                </section>
              ) : null,
            )}
          </div>
        )}
      </Refreshable>
    </Sub>
  );
}

function Standing({ report }: { report: OpinionReport }) {
  const { issued, sentUp } = report;
  return (
    <div className="card tight">
      <p className="strong">{tOr(`opinion.${report.status}`, 'status.other')}</p>
      {issued?.no && (
        <p>{t('opinions.inIssue', { bulletin: issued.bulletin ?? '', year: issued.year ?? '', no: issued.no })}</p>
      )}
      {report.answerReasonText && <p>{report.answerReasonText}</p>}
      {report.referredTo && <p>{t('referredTo', { name: report.referredTo })}</p>}
      {report.answerComment && <p className="prose">{report.answerComment}</p>}
      {sentUp && (
        <p>
          {t('opinions.sentUp', { day: day(sentUp.on) })}
          {sentUp.status && t('opinions.upper', { status: tOr(`opinion.${sentUp.status}`, 'status.other') })}
        </p>
      )}
      {report.outcomes.map((outcome) => (
        <p key={outcome.id}>
          <span className="tag">{outcomeWords(outcome.kind, outcome.level)}</span>{' '}
          {[outcome.on && day(outcome.on), outcome.who].filter(Boolean).join(' · ')}
        </p>
      ))}
    </div>
  );
}

async function takeBack({ id }: OpinionReport): Promise<void> {
  await api.DELETE('/api/opinion-reports/{id}/last-move', { params: { path: { id } } });
  refreshAll();
}

async function withdraw({ id, version }: OpinionReport): Promise<void> {
  await api.PUT('/api/opinion-reports/{id}/withdrawal', { params: { path: { id } }, body: { version } });
  refreshAll();
}

/** What taking one's last step back does, by the state that the step led to. */
function takeBackWords(status: OpinionReport['status']): TextKey {
  if (status === 'SUBMITTED') return 'opinions.takeBackSubmission';
  return status === 'WITHDRAWN' ? 'opinions.takeBackWithdrawal' : 'opinions.takeBackStep';
}

function Text({ title, text, lang }: { title: string; text: OpinionReport['text']; lang?: string }) {
  return (
    <section className="card stack">
      <h3>{title}</h3>
      {[text.title, text.situation, text.analysis, text.suggestions].filter(Boolean).map((part) => (
        <p key={part} className="prose" lang={lang} dir={lang && 'auto'}>
          {part}
        </p>
      ))}
    </section>
  );
}
