import { useQuery } from '@tanstack/react-query';
import { Radio, Select } from 'antd';
import { api, read } from '../../api/client';
import { t } from '../../ui/text';
import { chosenPeriod, type Period, periodsOf } from './period';

interface PeriodBarProps {
  search: { basis?: string; period?: string };
  onChange: (period: Partial<Period>) => void;
}

export function useSessions() {
  return useQuery({ queryKey: ['sessions'], queryFn: () => read(api.GET('/api/sessions')), staleTime: 300_000 });
}

/** Which base of time, and which period of it. */
export function PeriodBar({ search, onChange }: PeriodBarProps) {
  const { data: sessions = [] } = useSessions();
  const { basis, period } = chosenPeriod(search, sessions);
  return (
    <div className="filter-bar row no-print">
      <Radio.Group
        optionType="button"
        aria-label={t('figure.basis')}
        value={basis}
        onChange={(event) => onChange({ basis: event.target.value === 'YEAR' ? 'YEAR' : 'SESSION', period: undefined })}
        options={[
          { value: 'SESSION', label: t('figure.bySession') },
          { value: 'YEAR', label: t('figure.byYear') },
        ]}
      />
      <Select
        className="period-select"
        aria-label={t('figure.period')}
        value={period}
        onChange={(value) => onChange({ basis, period: value })}
        options={periodsOf(basis, sessions)}
      />
    </div>
  );
}
