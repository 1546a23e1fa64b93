import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useHasRole } from '../../api/session';
import type { Seat } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { FilterBar } from '../../ui/FilterBar';
import { Page } from '../../ui/Page';
import { State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { AddSeatModal } from './AddSeatModal';
import { seatStatuses } from './seat';

const route = getRouteApi('/inside/seats');

export function SeatListPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const has = useHasRole();
  const [adding, setAdding] = useState(false);
  const pages = usePages(['seats', search], (after) =>
    read(api.GET('/api/seats', { params: { query: { ...search, after, limit: 50 } } })),
  );
  const count = async () =>
    (await read(api.GET('/api/seats', { params: { query: { ...search, limit: 1, count: true } } }))).total ?? 0;
  const { data: sectors } = useQuery({ queryKey: ['sectors'], queryFn: () => read(api.GET('/api/sectors')) });
  return (
    <Page
      title={t('seat.listTitle')}
      note={t('seat.listNote')}
      actions={
        has('MEMBER_AFFAIRS', 'TENANT_ADMIN') && (
          <>
            <Button onClick={() => navigate({ to: '/seats/import' })}>{t('roster.title')}</Button>
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('seat.add')}
            </Button>
          </>
        )
      }
    >
      <FilterBar
        filters={[
          { name: 'q' as const, label: t('seat.filter.q') },
          {
            name: 'status' as const,
            label: t('seat.statusLabel'),
            choices: seatStatuses.map((value) => ({ value, label: nameOf('seat.status', value) })),
          },
          {
            name: 'sector' as const,
            label: t('seat.sector'),
            choices: sectors?.map((sector) => ({ value: sector.name, label: sector.name })) ?? [],
          },
        ]}
        values={search}
        onChange={(values) => navigate({ to: '/seats', search: values, replace: true })}
      />
      <DataTable
        name={t('seat.listTitle')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        count={count}
        empty={t('seat.empty')}
      />
      {adding && <AddSeatModal onClose={() => setAdding(false)} />}
    </Page>
  );
}

const columns: Column<Seat>[] = [
  {
    heading: t('seat.name'),
    text: (row) => row.name,
    show: (row) => (
      <Link to="/seats/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
    ),
    width: 120,
  },
  { heading: t('seat.nativeName'), text: (row) => row.nativeName ?? '', width: 140 },
  { heading: t('seat.sector'), text: (row) => row.sector ?? '', width: 120 },
  { heading: t('seat.roles'), text: (row) => row.roles.map((role) => nameOf('role', role)).join('、') },
  { heading: t('seat.unit'), text: (row) => row.unitName ?? '', width: 150 },
  { heading: t('seat.phone'), text: (row) => row.phone ?? '', width: 130 },
  {
    heading: t('seat.statusLabel'),
    text: (row) => nameOf('seat.status', row.status),
    show: (row) => <State family="seat.status" code={row.status} />,
    width: 100,
  },
  {
    heading: t('seat.account'),
    text: (row) => (row.hasAccount ? t('seat.hasAccount') : t('seat.noAccount')),
    width: 100,
  },
];
