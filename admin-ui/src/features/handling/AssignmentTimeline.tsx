import { useQuery } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import { minute } from '../../ui/format';
import { Card } from '../../ui/Page';
import { findText, t } from '../../ui/text';

/** What happened to it, the latest first; of what a unit no longer holds, what was done by this seat. */
export function AssignmentTimeline({ id, mine = false }: { id: string; mine?: boolean }) {
  const { data } = useQuery({
    queryKey: ['assignment', id, 'timeline'],
    queryFn: () => read(api.GET('/api/assignments/{id}/timeline', { params: { path: { id } } })),
  });
  if (!data || data.length === 0) return null;
  return (
    <Card title={t(mine ? 'assignment.myTimeline' : 'proposal.timeline')}>
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
    </Card>
  );
}
