import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Skeleton } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Paper, PaperItem, Quiz } from '../../api/types';
import { minute, ratio } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { findText, nameOf, t } from '../../ui/text';
import { CorrectModal } from './CorrectModal';
import { at, keyWords, letter } from './quiz';

/** The paper as it is asked, every version of it; of a draft what it would be, and what keeps it from being published. */
export function PaperCards({ quiz }: { quiz: Quiz }) {
  const { data, error, refetch } = usePapers(quiz.id);
  if (error) return <Problem error={error} retry={() => refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 8 }} />;
  return data.map((paper) => <PaperCard key={paper.no ?? 0} quiz={quiz} paper={paper} several={data.length > 1} />);
}

export function usePapers(id: string) {
  return useQuery({
    queryKey: ['quiz-papers', id],
    queryFn: () => read(api.GET('/api/quizzes/{id}/papers', at({ id }))),
  });
}

function PaperCard({ quiz, paper, several }: { quiz: Quiz; paper: Paper; several: boolean }) {
  const [correcting, setCorrecting] = useState<PaperItem>();
  const title = several
    ? t('quiz.paperNo', { no: paper.no ?? 0, at: minute(paper.madeAt) })
    : t(paper.no ? 'quiz.paper' : 'quiz.preview');
  return (
    <Card
      title={title}
      extra={<span className="quiet">{t('quiz.sum', { sum: paper.sum, of: paper.totalPoints })}</span>}
    >
      {paper.faults.map((fault) => (
        <Alert
          key={`${fault.code} ${fault.part}`}
          type="warning"
          showIcon
          className="form-note"
          title={
            findText(`fault.${fault.code}`, {
              part: (fault.part ?? 0) + 1,
              have: fault.have ?? 0,
              need: fault.need ?? 0,
            }) ?? fault.code
          }
        />
      ))}
      {paper.items.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('quiz.noQuestions')} />}
      <ol className="paper">
        {paper.items.map((item) => (
          <li key={item.id}>
            <Item item={item} drawn={poolOf(paper, item) > item.draws} pool={poolOf(paper, item)} />
            {quiz.can.includes('correct') && (
              <Button size="small" className="no-print" onClick={() => setCorrecting(item)}>
                {t('quiz.correct')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {correcting && <CorrectModal quiz={quiz} item={correcting} onClose={() => setCorrecting(undefined)} />}
    </Card>
  );
}

function poolOf(paper: Paper, item: PaperItem): number {
  return paper.items.filter((each) => each.part === item.part).length;
}

function Item({ item, drawn, pool }: { item: PaperItem; drawn: boolean; pool: number }) {
  return (
    <>
      <p className="paper-text">
        <span className="quiet">{nameOf('question.kind', item.kind)}</span> {item.text}{' '}
        <span className="quiet">
          {t('quiz.worth', { points: item.points })}
          {drawn && t('quiz.drawnFrom', { draws: item.draws, pool })}
        </span>
      </p>
      {item.options.length > 0 && (
        <ul className="paper-options">
          {item.options.map((option, place) => (
            <li key={option} className={item.key.includes(letter(place)) ? 'strong' : undefined}>
              {letter(place)}. {option}
              {item.shown > 0 && (
                <span className="quiet"> {t('quiz.chosenBy', { count: item.chosen[letter(place)] ?? 0 })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {item.given.length > 0 && (
        <p className="paper-text">
          {t('quiz.given')}{' '}
          {item.given.map(({ text, people, accepted }) => (
            <span key={text} className={accepted ? 'strong' : undefined}>
              {t(accepted ? 'quiz.givenRight' : 'quiz.givenWrong', { text, count: people })}{' '}
            </span>
          ))}
        </p>
      )}
      <p>
        {t('quiz.keyIs', { key: keyWords(item.kind, item.key) })}
        {item.variants.length > 0 && (
          <span className="quiet">
            {' '}
            {item.variants.map((variant) => nameOf('question.language', variant.language)).join(t('common.and'))}
          </span>
        )}
      </p>
      {item.explanation && <p className="quiet">{t('quiz.because', { text: item.explanation })}</p>}
      {item.shown > 0 && (
        <p className="strong">
          {t('quiz.fared', {
            right: ratio(item.right, item.shown),
            mean: item.mean ?? 0,
            blank: item.blank,
          })}
        </p>
      )}
    </>
  );
}
