import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { api, read } from '../../api/client';
import { minute } from '../../ui/format';
import { Problem } from '../../ui/Problem';
import { findText, t } from '../../ui/text';
import { at } from './useOpinion';

/** What happened, the latest first. */
export function OpinionTimeline({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['opinion', id, 'timeline'],
    queryFn: () => read(api.GET('/api/opinion-reports/{id}/timeline', at({ id }))),
  });
  if (error) return <Problem error={error} retry={() => refetch()} />;
  if (!data) return <Skeleton active />;
  return (
    <ol className="timeline">
      {[...data].reverse().map((entry) => (
        <li key={entry.seq}>
          <time dateTime={entry.at}>{minute(entry.at)}</time>
          {t('proposal.timelineLine', {
            who: entry.who ?? t('proposal.system'),
            what: findText(`history.${entry.kind}`, { unit: entry.unit ?? '' }) ?? t('proposal.changed'),
          })}
          {entry.reason && <div className="quiet">{entry.reason}</div>}
        </li>
      ))}
    </ol>
  );
}
