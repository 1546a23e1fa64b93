import { useState } from 'react';
import { api, got } from '../../api/client';
import { question, refreshAll, useRemote } from '../../api/remote';
import type { Quiz } from '../../api/types';
import { newId } from '../../store/ids';
import { t } from '../../text/t';
import { Button, go, Problem, Refreshable, Shape, Sub, useDoing, Way } from '../../ui/ui';
import { factsOf, leftWords, mineWords, windowWords } from './words';

const quizBy = question((id: string) => got(api.GET('/api/quizzes/{id}', { params: { path: { id } } })));

/** What one should know before one begins, and the one button. */
export function QuizPage({ id }: { id: string }) {
  const { data: quiz, error, reload } = useRemote(quizBy, id);
  return (
    <Sub title={t('quiz.one')} up="/quizzes">
      <Refreshable reload={reload}>
        <Problem error={error} retry={reload} />
        {!quiz && !error && <Shape lines={[80, 100, 40]} />}
        {quiz && (
          <div className="stack">
            <h2>{quiz.title}</h2>
            <div className="card tight">
              <p className="strong">{windowWords(quiz)}</p>
              <p>{factsOf(quiz)}</p>
              <p>{leftWords(quiz)}</p>
              {mineWords(quiz) && <p className="strong">{mineWords(quiz)}</p>}
              <p className="quiet">{t(quiz.showsAnswers ? 'quiz.keysLater' : 'quiz.keysNever')}</p>
              <p className="quiet">{t(quiz.assessed ? 'quiz.assessed' : 'quiz.notAssessed')}</p>
            </div>
            {quiz.note && <p className="card prose">{quiz.note}</p>}
            <Ways quiz={quiz} />
          </div>
        )}
      </Refreshable>
    </Sub>
  );
}

function Ways({ quiz }: { quiz: Quiz }) {
  const { error, busy, run } = useDoing();
  const [attemptId] = useState(newId);
  const begin = () =>
    run(async () => {
      const attempt = await got(
        api.POST('/api/quizzes/{id}/attempts', { params: { path: { id: quiz.id } }, body: { id: attemptId } }),
      );
      refreshAll();
      go(`/quiz-attempts/${attempt.id}`);
    });
  return (
    <>
      {quiz.can.includes('resume') && (
        <Way kind="main wide" to={`/quiz-attempts/${quiz.mine?.openId ?? ''}`}>
          {t('quiz.resume')}
        </Way>
      )}
      {quiz.can.includes('take') && (
        <Button kind="main wide" onPress={begin} disabled={busy}>
          {t((quiz.mine?.finished ?? 0) > 0 ? 'quiz.again' : 'quiz.begin')}
        </Button>
      )}
      <Problem error={error} />
      {quiz.mine?.lastId && (
        <Way kind="wide" to={`/quiz-attempts/${quiz.mine.lastId}`}>
          {t('quiz.toResult')}
        </Way>
      )}
    </>
  );
}
