import { Skeleton } from 'antd';
import { minute } from '../../ui/format';
import { Problem } from '../../ui/Problem';
import { findText, nameOf, t } from '../../ui/text';
import { useTimeline } from './useProposal';

export function Timeline({ id }: { id: string }) {
  const { data: lines, error, refetch } = useTimeline(id);
  if (error) return <Problem error={error} retry={() => refetch()} />;
  if (!lines) return <Skeleton active />;
  return (
    <ol className="timeline">
      {[...lines].reverse().map((line) => (
        <li key={`${line.at} ${line.kind}`}>
          <time dateTime={line.at}>{minute(line.at)}</time>
          {t('proposal.timelineLine', {
            who: line.who,
            what: findText(`history.${line.kind}`) ?? stateWords(line.toState),
          })}
          {line.reason && <div className="quiet">{line.reason}</div>}
        </li>
      ))}
    </ol>
  );
}

function stateWords(state: string | undefined): string {
  return state ? t('proposal.becameState', { state: nameOf('proposal.status', state) }) : t('proposal.changed');
}
