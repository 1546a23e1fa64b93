import { Select } from 'antd';
import { useUnits } from '../api/units';
import { t } from './text';

interface UnitPickerProps {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
  /** A unit that cannot be meant. */
  not?: string;
}

export function UnitPicker({ id, value, onChange, not }: UnitPickerProps) {
  const units = useUnits();
  return (
    <Select
      id={id}
      aria-label={id ? undefined : t('seat.unit')}
      value={value}
      onChange={onChange}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('proposal.findUnit')}
      notFoundContent={t('unit.noneFound')}
      options={units.filter((unit) => unit.id !== not).map((unit) => ({ value: unit.id, label: unit.name }))}
    />
  );
}
