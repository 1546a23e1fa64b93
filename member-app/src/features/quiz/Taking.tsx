import { useEffect, useRef, useState } from 'react';
import { t } from '../../text/t';
import { moment } from '../../text/time';
import { Ask, Button } from '../../ui/ui';
import { AnswerBox } from './AnswerBox';
import { answer, handIn, type Kept } from './kept';
import { type Language, Languages } from './language';
import { answerWords } from './words';

/** One question at a time, each with a mark that says where its answer is. */
export function Taking({
  kept,
  language,
  onLanguage,
}: {
  kept: Kept;
  language: Language;
  onLanguage: (chosen: Language) => void;
}) {
  const { attempt, waiting, overwritten } = kept;
  const [at, setAt] = useState(0);
  const [asking, setAsking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const left = useMinutesLeft(kept);
  const given = (place: number) => waiting[place] ?? attempt.items.find((item) => item.place === place)?.answer ?? [];
  const blank = attempt.items.filter((item) => given(item.place).length === 0).length;
  const item = attempt.items[at];
  const move = (to: number) => {
    setAt(to);
    heading.current?.focus();
  };
  if (kept.handedIn) return <p className="note">{t(kept.over ? 'quiz.tooLate' : 'quiz.handingIn')}</p>;
  if (!item) return null;
  return (
    <>
      <p className={left <= 5 ? 'bad strong' : 'quiet'} role="timer">
        {t(left > 120 ? 'quiz.until' : left > 0 ? 'quiz.minutesLeft' : 'quiz.lastMinute', {
          count: left,
          at: moment(attempt.endsAt),
        })}
      </p>
      <Languages attempt={attempt} language={language} onChange={onLanguage} />
      <section className="card stack" aria-labelledby="question">
        <h2 id="question" ref={heading} tabIndex={-1}>
          {t('quiz.questionNo', { no: at + 1, of: attempt.items.length })}
        </h2>
        <AnswerBox
          key={item.place}
          item={item}
          language={language}
          given={given(item.place)}
          onAnswer={(next) => void answer(kept.seatId, attempt.id, item.place, next)}
        />
        <p className="quiet" role="status">
          {waiting[item.place] ? t('quiz.onPhone') : item.revision > 0 ? t('quiz.saved') : t('quiz.notYet')}
        </p>
        {overwritten
          .filter((each) => each.place === item.place)
          .map((each) => (
            <p key={each.savedAt} className="note">
              {t('quiz.overwritten', { answer: answerWords(item.kind, each.answer) })}
            </p>
          ))}
      </section>
      <div className="actions two">
        <Button onPress={() => move(at - 1)} disabled={at === 0}>
          {t('quiz.before')}
        </Button>
        {at < attempt.items.length - 1 ? (
          <Button kind="main" onPress={() => move(at + 1)}>
            {t('quiz.next')}
          </Button>
        ) : (
          <Button kind="main" onPress={() => setAsking(true)}>
            {t('quiz.handIn')}
          </Button>
        )}
      </div>
      <nav aria-label={t('quiz.allQuestions')}>
        <ul className="places">
          {attempt.items.map((each, place) => (
            <li key={each.place}>
              <button
                type="button"
                aria-current={place === at ? 'step' : undefined}
                className={given(each.place).length > 0 ? 'place done' : 'place'}
                onClick={() => move(place)}
              >
                <span className="vh">{t(given(each.place).length > 0 ? 'quiz.answered' : 'quiz.unanswered')}</span>
                {each.place}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {at < attempt.items.length - 1 && (
        <Button kind="wide" onPress={() => setAsking(true)}>
          {t('quiz.handIn')}
        </Button>
      )}
      {asking && (
        <Ask
          title={t('quiz.handInAsk')}
          actions={
            <>
              <Button kind="main" onPress={() => handIn(kept.seatId, attempt.id)}>
                {t('quiz.handIn')}
              </Button>
              <Button onPress={() => setAsking(false)}>{t('quiz.goOn')}</Button>
            </>
          }
        >
          <p>{blank > 0 ? t('quiz.blanks', { count: blank }) : t('quiz.noBlanks')}</p>
        </Ask>
      )}
    </>
  );
}

/** Full minutes by the server's clock; at the end it is handed in by itself. */
function useMinutesLeft({ attempt, ahead, seatId, handedIn }: Kept): number {
  const remaining = () => new Date(attempt.endsAt).getTime() - (Date.now() + ahead);
  const [left, setLeft] = useState(remaining);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end and the clock stand for the rest
  useEffect(() => {
    const look = () => {
      setLeft(remaining());
      if (remaining() <= 0 && !handedIn) void handIn(seatId, attempt.id);
    };
    look();
    const timer = setInterval(look, 1_000);
    return () => clearInterval(timer);
  }, [attempt.id, attempt.endsAt, ahead, handedIn]);
  return Math.max(0, Math.floor(left / 60_000));
}
