import { useQuery } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import type { Quiz } from '../../api/types';
import { minute } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { usePapers } from './PaperCards';
import { at, keyWords } from './quiz';

/** Which keys were put right, by whom and why, and how many attempts that changed. */
export function CorrectionLog({ quiz }: { quiz: Quiz }) {
  const { data, error } = useQuery({
    queryKey: ['quiz-corrections', quiz.id],
    queryFn: () => read(api.GET('/api/quizzes/{id}/corrections', at({ id: quiz.id }))),
  });
  const { data: papers } = usePapers(quiz.id);
  if (error) return <Problem error={error} />;
  if (!data || data.length === 0 || !papers) return null;
  const kinds = new Map(papers.flatMap(({ items }) => items.map(({ id, kind }) => [id, kind])));
  const said = (itemId: string, key: string[]) => keyWords(kinds.get(itemId) ?? 'SINGLE', key);
  return (
    <Card title={t('quiz.corrections')}>
      <ol className="posts">
        {data.map((each) => (
          <li key={each.id}>
            <span className="strong">{each.text}</span>
            <p>
              {t('quiz.corrected', {
                from: said(each.itemId, each.oldKey),
                to: said(each.itemId, each.newKey),
                reason: each.reason,
              })}
            </p>
            <p>{t('quiz.correctedCount', { attempts: each.attempts, changed: each.changed })}</p>
            <p className="quiet">{t('quiz.correctedBy', { who: each.who, at: minute(each.at) })}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
