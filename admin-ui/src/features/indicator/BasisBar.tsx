import { Radio, Select } from 'antd';
import { t } from '../../ui/text';
import type { Basis } from './period';

interface BasisBarProps {
  basis: Basis;
  onBasis: (basis: Basis) => void;
  years?: { chosen: string; all: string[]; onYear: (year: string) => void };
}

/** On which base of time to count, and for which year where one is asked for. */
export function BasisBar({ basis, onBasis, years }: BasisBarProps) {
  return (
    <div className="filter-bar row no-print">
      <Radio.Group
        optionType="button"
        aria-label={t('figure.basis')}
        value={basis}
        onChange={(event) => onBasis(event.target.value === 'year' ? 'year' : 'session')}
        options={[
          { value: 'session', label: t('figure.bySession') },
          { value: 'year', label: t('figure.byYear') },
        ]}
      />
      {years && (
        <Select
          aria-label={t('figure.period')}
          value={years.chosen}
          onChange={years.onYear}
          options={years.all.map((value) => ({ value, label: t('figure.year', { year: value }) }))}
        />
      )}
    </div>
  );
}
