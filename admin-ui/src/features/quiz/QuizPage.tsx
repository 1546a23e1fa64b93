import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { api, read } from '../../api/client';
import type { Quiz } from '../../api/types';
import { minute, ratio } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { CorrectionLog } from './CorrectionLog';
import { PaperCards } from './PaperCards';
import { Participants } from './Participants';
import { QuizMoves } from './QuizMoves';
import { at, timesWords } from './quiz';

const route = getRouteApi('/inside/quizzes/$id');

/** One quiz: its paper with how each question fared, beside it the state, the moves, who took part. */
export function QuizPage() {
  const { id } = route.useParams();
  const {
    data: quiz,
    error,
    refetch,
  } = useQuery({
    queryKey: ['quiz', id],
    queryFn: () => read(api.GET('/api/quizzes/{id}', at({ id }))),
  });
  if (!quiz) {
    return (
      <Page title={t('quiz.one')}>
        {error ? <Problem error={error} retry={() => refetch()} /> : <Skeleton active />}
      </Page>
    );
  }
  return (
    <Page title={quiz.title} note={<Link to="/quizzes">{t('quiz.backToList')}</Link>}>
      <div className="matter">
        <div className="stack-wide">
          {quiz.note && (
            <Card title={t('quiz.note')}>
              <p className="text">{quiz.note}</p>
            </Card>
          )}
          <PaperCards quiz={quiz} />
        </div>
        <aside className="aside">
          <Standing quiz={quiz} />
          <QuizMoves key={quiz.id} quiz={quiz} />
          {quiz.assessed && quiz.status !== 'DRAFT' && <Participants quiz={quiz} />}
          {quiz.status !== 'DRAFT' && <CorrectionLog quiz={quiz} />}
        </aside>
      </div>
    </Page>
  );
}

function Standing({ quiz }: { quiz: Quiz }) {
  const n = quiz.participation?.n ?? 0;
  return (
    <Card title={t('quiz.standing')}>
      <p className="strong">
        <State family="quiz.status" code={quiz.status} />
        {quiz.status === 'PUBLISHED' && t('common.inBrackets', { text: nameOf('quiz.phase', quiz.phase) })}
      </p>
      <dl className="facts">
        {quiz.status !== 'DRAFT' && (
          <>
            <dt>{t('quiz.tookPart')}</dt>
            <dd>{ratio(n, quiz.members ?? 0)}</dd>
            <dt>{t('quiz.passed')}</dt>
            <dd>{ratio(quiz.participation?.passed ?? 0, n)}</dd>
          </>
        )}
        <dt>{t('quiz.opensAt')}</dt>
        <dd>{minute(quiz.opensAt)}</dd>
        <dt>{t('quiz.closesAt')}</dt>
        <dd>{minute(quiz.closesAt)}</dd>
        <dt>{t('quiz.minutes')}</dt>
        <dd>{quiz.minutes ? t('quiz.minutesOf', { count: quiz.minutes }) : t('quiz.noLimit')}</dd>
        <dt>{t('quiz.attempts')}</dt>
        <dd>{timesWords(quiz.attempts)}</dd>
        <dt>{t('quiz.points')}</dt>
        <dd>{t('quiz.pointsOf', { total: quiz.totalPoints, pass: quiz.passPoints })}</dd>
        <dt>{t('quiz.kindLabel')}</dt>
        <dd>{nameOf('quiz.kind', quiz.kind)}</dd>
        <dt>{t('quiz.rules')}</dt>
        <dd>
          {[
            quiz.shuffle && t('quiz.shuffles'),
            t(quiz.partial ? 'quiz.partial' : 'quiz.allRight'),
            t(quiz.showsAnswers ? 'quiz.showsAnswers' : 'quiz.hidesAnswers'),
            t(quiz.assessed ? 'quiz.assessed' : 'quiz.notAssessed'),
          ]
            .filter(Boolean)
            .join(t('common.and'))}
        </dd>
      </dl>
    </Card>
  );
}
