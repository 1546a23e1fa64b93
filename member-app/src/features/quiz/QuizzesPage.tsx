import { api, got } from '../../api/client';
import { listing, usePages } from '../../api/remote';
import type { Quiz } from '../../api/types';
import { t } from '../../text/t';
import { Listed } from '../../ui/Listed';
import { LineTo, Refreshable, Sub } from '../../ui/ui';
import { factsOf, mineWords, windowWords } from './words';

const allQuizzes = listing((after) => got(api.GET('/api/quizzes', { params: { query: { after } } })));

/** What one may take, and what came of what one took. Nobody else is on it. */
export function QuizzesPage() {
  const list = usePages(allQuizzes);
  return (
    <Sub title={t('quiz.all')} up="/reading">
      <Refreshable reload={list.reload}>
        <div className="stack">
          <Listed list={list} none={t('quiz.none')}>
            {(items) => (
              <ul className="stack">
                {items.map((quiz) => (
                  <li key={quiz.id} className="card">
                    <QuizLine quiz={quiz} />
                  </li>
                ))}
              </ul>
            )}
          </Listed>
        </div>
      </Refreshable>
    </Sub>
  );
}

function QuizLine({ quiz }: { quiz: Quiz }) {
  const mine = mineWords(quiz);
  return (
    <LineTo to={`/quizzes/${quiz.id}`}>
      <span className="strong">{quiz.title}</span>
      <br />
      {mine && (
        <>
          <span>{mine}</span>
          <br />
        </>
      )}
      <span className="quiet">
        {windowWords(quiz)} · {factsOf(quiz)}
      </span>
    </LineTo>
  );
}
