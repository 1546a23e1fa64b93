import { useQuery } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import type { Quiz } from '../../api/types';
import { minute } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { at } from './quiz';

/** Which keys were put right, by whom and why, and how many attempts that changed. */
export function CorrectionLog({ quiz }: { quiz: Quiz }) {
  const { data, error } = useQuery({
    queryKey: ['quiz-corrections', quiz.id],
    queryFn: () => read(api.GET('/api/quizzes/{id}/corrections', at({ id: quiz.id }))),
  });
  if (error) return <Problem error={error} />;
  if (!data || data.length === 0) return null;
  return (
    <Card title={t('quiz.corrections')}>
      <ol className="posts">
        {data.map((each) => (
          <li key={each.id}>
            <span className="strong">{each.text}</span>
            <p>
              {t('quiz.corrected', { from: each.oldKey.join(' '), to: each.newKey.join(' '), reason: each.reason })}
            </p>
            <p>{t('quiz.correctedCount', { attempts: each.attempts, changed: each.changed })}</p>
            <p className="quiet">{t('quiz.correctedBy', { who: each.who, at: minute(each.at) })}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
