import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api, read } from '../api/client';
import { t } from './text';

interface SeatPickerProps {
  value?: string;
  onChange?: (id: string) => void;
  id?: string;
  /** Whoever is chosen already, by name. */
  known?: { id: string; name: string };
  /** Leaves out who only works for the committee, and guests. */
  members?: boolean;
}

/** Finds somebody of this committee by name. */
export function SeatPicker({ value, onChange, id, known, members }: SeatPickerProps) {
  const [q, setQ] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['seats', 'pick', members, q],
    queryFn: () =>
      read(api.GET('/api/seats', { params: { query: { q: q || undefined, status: 'ACTIVE', members, limit: 20 } } })),
    placeholderData: (before) => before,
  });
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      placeholder={t('seat.find')}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setQ }}
      notFoundContent={t('seat.noneFound')}
      options={[
        ...(known && !data?.items.some((seat) => seat.id === known.id) ? [{ value: known.id, label: known.name }] : []),
        ...(data?.items.map((seat) => ({
          value: seat.id,
          label: seat.sector ? t('seat.withSector', { name: seat.name, sector: seat.sector.name }) : seat.name,
        })) ?? []),
      ]}
    />
  );
}
