import type { Reply } from '../../api/types';
import { t, tOr } from '../../text/t';
import { day } from '../../text/time';
import { Files } from '../attachment/Files';

/** The letter in the corner of a reply, and what the committee means by it. */
export const gradeWords = ({ letter, grade, meaning }: Pick<Reply, 'letter' | 'grade' | 'meaning'>): string =>
  [letter, meaning ?? tOr(`grade.${grade}`, 'grade.other')].filter(Boolean).join(' ');

/** The covering words, the answer to each suggestion, the number and who signed. */
export function ReplyText({ reply, suggestions }: { reply: Reply; suggestions: readonly string[] }) {
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
      {reply.id && <Files matter={{ type: 'reply', id: reply.id }} />}
    </>
  );
}
