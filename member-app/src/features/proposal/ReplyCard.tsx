import type { Assignment, Proposal, Reply } from '../../api/types';
import { t, tOr } from '../../text/t';
import { day } from '../../text/time';
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
        {reply && (
          <span className="tag">
            {[reply.letter, tOr(`grade.${reply.grade}`, 'grade.other')].filter(Boolean).join(' ')}
          </span>
        )}
      </div>
      {reply ? (
        <Text reply={reply} suggestions={suggestions} />
      ) : (
        <p>{t('reply.again', { round: assignment.round })}</p>
      )}
      {promised && <Promises assignmentId={assignment.id} />}
      <Talks assignment={assignment} />
      {rating && <p className="note prose">{ratingWords(rating)}</p>}
      {earlier.map((each) => (
        <details key={each.round}>
          <summary>{t('reply.earlier', { round: each.round })}</summary>
          <div className="stack">
            {each.reply && <Text reply={each.reply} suggestions={suggestions} />}
            {each.rating && <p className="note prose">{ratingWords(each.rating)}</p>}
          </div>
        </details>
      ))}
      {assignment.can.includes('rate') && <RatingForm key={assignment.round} assignment={assignment} ofBody={ofBody} />}
    </section>
  );
}

function Text({ reply, suggestions }: { reply: Reply; suggestions: readonly string[] }) {
  return (
    <>
      <p className="prose">{reply.text}</p>
      <ol className="stack">
        {reply.answers.map((answer) => (
          <li key={answer.no} className="tight">
            <p className="quiet">{t('reply.to', { no: answer.no, text: suggestions[answer.no - 1] ?? '' })}</p>
            <p className="prose">{answer.text}</p>
          </li>
        ))}
      </ol>
      <p className="quiet">
        {[reply.docNo, reply.signer, day(reply.signedOn ?? reply.repliedOn)].filter(Boolean).join(' · ')}
      </p>
    </>
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
