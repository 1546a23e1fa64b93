import type { Reply } from '../api/types';
import { prose } from './format';
import { nameOf, t } from './text';

/** A unit's written reply: its grade first, then the answer to each suggestion. */
export function ReplyView({ reply, suggestions }: { reply: Reply; suggestions: readonly string[] }) {
  return (
    <div className="reply">
      <h3>
        {t('reply.heading', {
          docNo: reply.docNo ?? '',
          grade: t('reply.letter', { letter: reply.letter ?? '', meaning: nameOf('grade', reply.grade) }),
        })}
      </h3>
      <p className="text">{reply.text}</p>
      <ol className="suggestions">
        {reply.answers.map((answer) => (
          <li key={answer.no} value={answer.no}>
            <span className="quiet">{suggestions[answer.no - 1]}</span>
            <br />
            {answer.text}
          </li>
        ))}
      </ol>
      <p className="quiet">
        {reply.signer && t('reply.signed', { signer: reply.signer, day: prose(reply.signedOn) })}{' '}
        {reply.contact?.mode &&
          t('reply.contacted', {
            mode: nameOf('contact', reply.contact.mode),
            who: reply.contact.who ?? '',
            on: prose(reply.contact.on),
          })}
      </p>
    </div>
  );
}
