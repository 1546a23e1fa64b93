import type { Assignment } from '../../api/types';
import { Attachments } from '../../ui/Attachments';
import { prose } from '../../ui/format';
import { Card } from '../../ui/Page';
import { PaperButtons } from '../../ui/PaperButtons';
import { RatingView } from '../../ui/RatingView';
import { ReplyView } from '../../ui/ReplyView';
import { SecrecyHits } from '../../ui/SecrecyHits';
import { Due, State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { subjectWords } from './subjectWords';

/** The units that have the same matter, and how far each is. */
export function Others({ assignment }: { assignment: Assignment }) {
  if (assignment.others.length === 0) return null;
  return (
    <Card title={t('assignment.others')}>
      <ul className="plain-list">
        {assignment.others.map((other) => (
          <li key={other.id}>
            {other.unitName} {t('common.inBrackets', { text: nameOf('assignment.role', other.role) })}{' '}
            <State family="assignment.status" code={other.status} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What assisting units told the leading one, and who has not yet. */
export function Opinions({ assignment }: { assignment: Assignment }) {
  const { opinions, opinionsMissing } = assignment;
  if (opinions.length === 0 && opinionsMissing.length === 0) return null;
  return (
    <Card title={t('opinion.title')}>
      {opinions.map((opinion) => (
        <div key={opinion.assignmentId} className="reply">
          <h3>{opinion.unitName}</h3>
          <SecrecyHits words={opinion.secrecyHits} says="assist.secrecyHits" />
          <p className="text">{opinion.text}</p>
          <p className="quiet">
            {[opinion.docNo, t('reply.signed', { signer: opinion.signer, day: prose(opinion.signedOn) })]
              .filter(Boolean)
              .join(' ')}
          </p>
          <Attachments type="unit_opinion" id={opinion.id} />
          {assignment.subjectType === 'proposal' && (
            <PaperButtons
              path={`/api/assignments/${assignment.id}/opinion-letter?of=${opinion.assignmentId}`}
              name={t('paper.opinionLetter')}
            />
          )}
        </div>
      ))}
      {opinionsMissing.length > 0 && <p>{t('opinion.missing', { units: opinionsMissing.join(t('common.and')) })}</p>}
    </Card>
  );
}

/** The talks with whose matter it is, as many as there were. */
/** When proponent and unit met face to face, and what it came to. */
export function Consultations({ assignment }: { assignment: Assignment }) {
  if (assignment.consultations.length === 0) return null;
  return (
    <Card title={t('consultation.onTheWay')}>
      {assignment.consultations.map((met) => (
        <div key={met.id} className="reply">
          <h3>
            {prose(met.on)} {t(met.resolved ? 'consultation.resolved' : 'consultation.goesOn')}
          </h3>
          <p className="quiet">{met.attendees}</p>
          <p className="text">{met.minutes}</p>
        </div>
      ))}
    </Card>
  );
}

export function Contacts({ assignment }: { assignment: Assignment }) {
  if (assignment.contacts.length === 0) return null;
  const words = subjectWords(assignment);
  return (
    <Card title={t(words.contactTitle)}>
      <ul className="plain-list">
        {assignment.contacts.map((talk) => (
          <li key={talk.id}>
            {t(words.contacted, { mode: nameOf('contact', talk.mode), who: talk.who, on: prose(talk.on) })}
            {talk.text && <div className="quiet">{talk.text}</div>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The rounds that did not satisfy, the latest first. */
export function EarlierRounds({ assignment }: { assignment: Assignment }) {
  return [...assignment.earlier].reverse().map(({ round, reply, rating }) => (
    <Card key={round} title={t('round.title', { round })}>
      {reply && <ReplyView reply={reply} suggestions={assignment.suggestions ?? []} />}
      {rating && <RatingView rating={rating} />}
    </Card>
  ));
}

/** What became late, and to whom that was told. */
export function Lateness({ assignment }: { assignment: Assignment }) {
  const { overdueSince, urgedOn, escalatedTo, overdue, replyBy } = assignment;
  if (!overdueSince && !overdue && !urgedOn) return null;
  return (
    <>
      {(overdueSince || overdue) && (
        <>
          <dt>{t('late.since')}</dt>
          <dd>{overdueSince ? prose(overdueSince) : <Due on={replyBy} overdue spelt />}</dd>
        </>
      )}
      {urgedOn && (
        <>
          <dt>{t('late.urgedOn')}</dt>
          <dd>{prose(urgedOn)}</dd>
        </>
      )}
      {escalatedTo && (
        <>
          <dt>{t('late.escalated')}</dt>
          <dd>{nameOf('late.escalatedTo', escalatedTo)}</dd>
        </>
      )}
    </>
  );
}
