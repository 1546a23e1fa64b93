import type { Attempt } from '../../api/types';
import { t } from '../../text/t';
import { moment } from '../../text/time';
import { Way } from '../../ui/ui';
import type { Kept } from './kept';
import { answerWords, letter } from './words';

/** The points; and when the quiz is over for everybody, the keys with their reasons. */
export function Result({ kept }: { kept: Kept }) {
  const { attempt, late } = kept;
  return (
    <>
      <section className="card tight" aria-label={t('quiz.result')}>
        <p className="score">{t('quiz.score', { points: attempt.points ?? 0, of: attempt.totalPoints })}</p>
        <p className={attempt.passed ? 'ok strong' : 'strong'}>
          {t(attempt.passed ? 'quiz.isPassed' : 'quiz.isNotPassed', { pass: attempt.passPoints })}
        </p>
        <p className="quiet">
          {t(attempt.status === 'EXPIRED' ? 'quiz.expiredAt' : 'quiz.handedInAt', {
            at: moment(attempt.finishedAt ?? attempt.endsAt),
          })}
        </p>
        {!attempt.showsKeys && <p className="quiet">{t('quiz.noKeysYet')}</p>}
      </section>
      {late > 0 && <p className="note">{t('quiz.late', { count: late })}</p>}
      <ol className="stack">
        {attempt.items.map((item) => (
          <li key={item.place} className="card tight">
            <ItemResult item={item} />
          </li>
        ))}
      </ol>
      <Way kind="wide" to={`/quizzes/${attempt.quizId}`}>
        {t('quiz.backToOne')}
      </Way>
    </>
  );
}

function ItemResult({ item }: { item: Attempt['items'][number] }) {
  const right = item.awarded === item.points;
  return (
    <>
      <h3 className="prose">{t('quiz.numbered', { no: item.place, text: item.text })}</h3>
      {item.options.map((option, place) => (
        <p key={option} className={item.key?.includes(letter(place)) ? 'strong' : undefined}>
          {letter(place)}. {option}
        </p>
      ))}
      <p>{t('quiz.yourAnswer', { answer: answerWords(item.kind, item.answer) })}</p>
      {item.key && (
        <>
          <p className={right ? 'ok strong' : 'bad strong'}>
            {t(right ? 'quiz.right' : 'quiz.wrong', {
              key: answerWords(item.kind, item.key),
              points: item.awarded ?? 0,
            })}
          </p>
          {item.explanation && <p className="prose">{t('quiz.because', { text: item.explanation })}</p>}
        </>
      )}
    </>
  );
}
