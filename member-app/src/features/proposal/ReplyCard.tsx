import type { Assignment, Proposal } from '../../api/types';
import { t, tOr } from '../../text/t';
import { day } from '../../text/time';
import { gradeWords, ReplyText } from '../reply/ReplyText';
import { Promises } from './Promises';
import { RatingForm, ratingWords } from './Rating';

/** They are asked whether a leader of the unit answered in person. */
const bodies: readonly Proposal['proponentKind'][] = ['PARTY', 'ORGANIZATION', 'SPECIAL_COMMITTEE'];

/** What a unit replied, by its grade first, what it promised, how it talked with me, and what I think of it. */
export function ReplyCard({ assignment, proposal }: { assignment: Assignment; proposal: Proposal }) {
  const { suggestions, proponentKind } = proposal;
  const ofBody = bodies.includes(proponentKind);
  const { reply, rating, earlier } = assignment;
  if (!reply && earlier.length === 0) return null;
  const promised = [reply, ...earlier.map((each) => each.reply)].some((each) => each && each.promises.length > 0);
  return (
    <section className="card stack">
      <div className="row">
        <h3 className="grow">{t('reply.of', { unit: assignment.unitName })}</h3>
        {reply && <span className="tag">{gradeWords(reply)}</span>}
      </div>
      {reply ? (
        <ReplyText reply={reply} suggestions={suggestions} />
      ) : (
        <p>{t('reply.again', { round: assignment.round })}</p>
      )}
      {promised && <Promises assignmentId={assignment.id} />}
      <Talks assignment={assignment} />
      <Meetings assignment={assignment} />
      {rating && <p className="note prose">{ratingWords(rating)}</p>}
      {earlier.map((each) => (
        <details key={each.round}>
          <summary>{t('reply.earlier', { round: each.round })}</summary>
          <div className="stack">
            {each.reply && <ReplyText reply={each.reply} suggestions={suggestions} />}
            {each.rating && <p className="note prose">{ratingWords(each.rating)}</p>}
          </div>
        </details>
      ))}
      {assignment.can.includes('rate') && <RatingForm key={assignment.round} assignment={assignment} ofBody={ofBody} />}
    </section>
  );
}

/** When the unit and the proponent met face to face. */
function Meetings({ assignment }: { assignment: Assignment }) {
  if (assignment.consultations.length === 0) return null;
  return (
    <details>
      <summary>{t('consultation.onTheWay')}</summary>
      <div className="stack">
        {assignment.consultations.map((met) => (
          <div key={met.id}>
            <p className="quiet">
              {[day(met.on), met.attendees, t(met.resolved ? 'consultation.resolved' : 'consultation.goesOn')].join(
                ' · ',
              )}
            </p>
            <p className="prose">{met.minutes}</p>
          </div>
        ))}
      </div>
    </details>
  );
}

function Talks({ assignment }: { assignment: Assignment }) {
  if (assignment.contacts.length === 0) return null;
  return (
    <ul className="quiet">
      {assignment.contacts.map((talk) => (
        <li key={talk.id}>
          {t('contact.was', { day: day(talk.on), mode: tOr(`contact.${talk.mode}`, 'contact.OTHER'), who: talk.who })}
        </li>
      ))}
    </ul>
  );
}
