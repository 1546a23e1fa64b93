import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { t } from '../../ui/text';

interface Shared {
  group: string;
  id?: string;
  /** Whoever is chosen already, by name. */
  known?: { id: string; name: string };
  /** Those of whom a name may be shown before anybody is looked for. */
  named?: readonly { seatId: string; name: string }[];
  /** Whoever is not offered. */
  without?: string | null;
}

/** Finds one who may host in a reading group, by name. */
export function MemberPicker({
  value,
  onChange,
  ...shared
}: Shared & { value?: string; onChange?: (id?: string) => void }) {
  const { options, busy, find } = useHosts(shared);
  return (
    <Select
      id={shared.id}
      value={value}
      onChange={onChange}
      allowClear
      placeholder={t('seat.find')}
      loading={busy}
      showSearch={{ filterOption: false, onSearch: find }}
      notFoundContent={t('seat.noneFound')}
      options={options}
    />
  );
}

/** Several of them, in the order of their turns. */
export function MembersPicker({
  value,
  onChange,
  ...shared
}: Shared & { value?: string[]; onChange?: (ids: string[]) => void }) {
  const { options, busy, find, names } = useHosts(shared);
  return (
    <Select
      id={shared.id}
      mode="multiple"
      value={value}
      onChange={onChange}
      placeholder={t('seat.find')}
      loading={busy}
      showSearch={{ filterOption: false, onSearch: find }}
      notFoundContent={t('seat.noneFound')}
      labelRender={({ value: chosen, label }) => label ?? names.get(String(chosen)) ?? ''}
      options={options}
    />
  );
}

function useHosts({ group, known, named = [], without }: Shared) {
  const [name, find] = useState('');
  const [names] = useState(() => new Map(named.map((each) => [each.seatId, each.name])));
  const { data, isFetching } = useQuery({
    queryKey: ['reading-members', group, 'pick', name],
    queryFn: () =>
      read(
        api.GET('/api/reading-groups/{id}/members', {
          params: { path: { id: group }, query: { name: name || undefined, limit: 100 } },
        }),
      ),
    placeholderData: (before) => before,
  });
  const found = data?.items.filter(({ hosts, seatId }) => hosts && seatId !== without) ?? [];
  for (const each of found) names.set(each.seatId, each.name);
  const options = found.map((each) => ({ value: each.seatId, label: each.name }));
  if (known && !found.some(({ seatId }) => seatId === known.id)) {
    options.unshift({ value: known.id, label: known.name });
  }
  return { options, busy: isFetching, find, names };
}
