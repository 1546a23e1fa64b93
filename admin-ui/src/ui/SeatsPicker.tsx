import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api, read } from '../api/client';
import { t } from './text';

interface SeatsPickerProps {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  /** Those chosen before, by name. */
  known?: readonly Person[];
}

interface Person {
  id: string;
  name: string;
}

/** Several serving members, found by name; whoever is chosen keeps his name, whatever is looked for next. */
export function SeatsPicker({ id, value = [], onChange, known = [] }: SeatsPickerProps) {
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState(known);
  const { data } = useQuery({
    queryKey: ['seats', 'pick', 'members', q],
    queryFn: () =>
      read(
        api.GET('/api/seats', {
          params: { query: { q: q || undefined, status: 'ACTIVE', role: 'MEMBER', limit: 50 } },
        }),
      ),
    placeholderData: (before) => before,
  });
  const found: readonly Person[] = data?.items ?? [];
  const people = [...chosen.filter((one) => !found.some((each) => each.id === one.id)), ...found];
  return (
    <Select
      id={id}
      mode="multiple"
      value={value}
      onChange={(ids) => {
        setChosen(people.filter((one) => ids.includes(one.id)));
        onChange?.(ids);
      }}
      placeholder={t('seat.find')}
      showSearch={{ filterOption: false, onSearch: setQ }}
      notFoundContent={t('seat.noneFound')}
      options={people.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}
