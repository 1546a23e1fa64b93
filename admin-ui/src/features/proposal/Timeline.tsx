import { Skeleton } from 'antd';
import type { TimelineEntry } from '../../api/types';
import { minute } from '../../ui/format';
import { Problem } from '../../ui/Problem';
import { findText, nameOf, t } from '../../ui/text';
import { useTimeline } from './useProposal';

/** What happened, the latest first. */
export function Timeline({ id }: { id: string }) {
  const { data: entries, error, refetch } = useTimeline(id);
  if (error) return <Problem error={error} retry={() => refetch()} />;
  if (!entries) return <Skeleton active />;
  return (
    <ol className="timeline">
      {[...entries].reverse().map((entry) => (
        <li key={entry.seq}>
          <time dateTime={entry.at}>{minute(entry.at)}</time>
          {t('proposal.timelineLine', { who: entry.who ?? t('proposal.system'), what: what(entry) })}
          {entry.reason && <div className="quiet">{entry.reason}</div>}
        </li>
      ))}
    </ol>
  );
}

/** The kind of the line in words, with the unit, the number or the stage that it names. */
function what({ kind, unit, caseNo, stageName, toState, whom }: TimelineEntry): string {
  const words = findText(`history.${kind}`, {
    unit: unit ?? '',
    caseNo: caseNo ?? '',
    whom: whom ?? '',
    stage: stageName ?? '',
  });
  return (
    words ??
    (toState ? t('proposal.becameState', { state: nameOf('proposal.status', toState) }) : t('proposal.changed'))
  );
}
