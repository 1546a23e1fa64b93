import { ExclamationCircleFilled } from '@ant-design/icons';
import type { RosterWeek } from '../../api/types';
import { day } from '../../ui/format';
import { t } from '../../ui/text';

/** A week without a host, or the days of it that have none; what begins within two days is marked. */
export function Gap({ week }: { week: RosterWeek }) {
  const days = week.gapDays.map((each) => day(each).slice(5)).join(t('common.and'));
  const says = [t('rosterGrid.gap'), days].filter(Boolean).join(' ');
  return week.alarm ? (
    <span className="overdue">
      <ExclamationCircleFilled /> {t('rosterGrid.alarm', { gap: says })}
    </span>
  ) : (
    <span className="gap">{says}</span>
  );
}
