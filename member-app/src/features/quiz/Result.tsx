import type { Attempt } from '../../api/types';
import { t } from '../../text/t';
import { moment } from '../../text/time';
import { Way } from '../../ui/ui';
import { Written } from '../../ui/Written';
import type { Kept } from './kept';
import { type Language, Languages } from './language';
import { answerWords, letter } from './words';

/** The points; and when the quiz is over for everybody, the keys with their reasons. */
export function Result({
  kept,
  language,
  onLanguage,
}: {
  kept: Kept;
  language: Language;
  onLanguage: (chosen: Language) => void;
}) {
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
      <Languages attempt={attempt} language={language} onChange={onLanguage} />
      <ol className="stack">
        {attempt.items.map((item) => (
          <li key={item.place} className="card tight">
            <ItemResult item={item} language={language} />
          </li>
        ))}
      </ol>
      <Way kind="wide" to={`/quizzes/${attempt.quizId}`}>
        {t('quiz.backToOne')}
      </Way>
    </>
  );
}

function ItemResult({ item, language }: { item: Attempt['items'][number]; language: Language }) {
  const right = item.awarded === item.points;
  const { text, options, explanation } = item.translations.find((each) => each.language === language) ?? item;
  return (
    <>
      <h3 className="row">
        <span className="option-mark">{t('quiz.numbered', { no: item.place })}</span>
        <Written as="span" text={text} look="grow prose" />
      </h3>
      {options.map((option, place) => (
        <p key={option} className={item.key?.includes(letter(place)) ? 'row strong' : 'row'}>
          <span className="option-mark">{letter(place)}.</span>
          <Written as="span" text={option} look="grow" />
        </p>
      ))}
      <p dir="auto">{t('quiz.yourAnswer', { answer: answerWords(item.kind, item.answer) })}</p>
      {item.key && (
        <>
          <p className={right ? 'ok strong' : 'bad strong'}>
            {t(right ? 'quiz.right' : 'quiz.wrong', {
              key: answerWords(item.kind, item.key),
              points: item.awarded ?? 0,
            })}
          </p>
          {(explanation ?? item.explanation) && (
            <div>
              <p className="quiet">{t('quiz.because')}</p>
              <Written text={explanation ?? item.explanation ?? ''} look="prose" />
            </div>
          )}
        </>
      )}
    </>
  );
}
