import type { Reply } from '../api/types';
import { Attachments } from './Attachments';
import { prose } from './format';
import { nameOf, t } from './text';

/** A unit's written reply: its grade first, then the answer to each suggestion. */
export function ReplyView({ reply, suggestions }: { reply: Reply; suggestions: readonly string[] }) {
  return (
    <div className="reply">
      <h3>
        {t('reply.heading', {
          docNo: reply.docNo ?? '',
          grade: t('reply.letter', {
            letter: reply.letter ?? '',
            meaning: reply.meaning ?? nameOf('grade', reply.grade),
          }),
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
      {reply.promises.length > 0 && (
        <>
          <h4>{t('promise.title')}</h4>
          <ul className="plain-list">
            {reply.promises.map((promise) => (
              <li key={promise.text}>
                {promise.text}
                <div className="quiet">{t('promise.said', { day: prose(promise.dueOn), owner: promise.owner })}</div>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet">
        {reply.signer && t('reply.signed', { signer: reply.signer, day: prose(reply.signedOn) })}{' '}
        {reply.correctedFrom && t('reply.corrected', { grade: nameOf('grade', reply.correctedFrom) })}
      </p>
      {reply.openToPublic === false && (
        <p className="quiet">{t('reply.notOpen', { reason: reply.notOpenReason ?? '' })}</p>
      )}
      {reply.liaison && (
        <p className="quiet">{t('reply.liaisonSaid', { name: reply.liaison, phone: reply.liaisonPhone ?? '' })}</p>
      )}
      {reply.id && <Attachments type="reply" id={reply.id} title={t('reply.files')} />}
    </div>
  );
}
