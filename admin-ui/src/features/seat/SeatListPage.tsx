import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useHasRole } from '../../api/session';
import type { Seat } from '../../api/types';
import { useUnits } from '../../api/units';
import { type Column, DataTable } from '../../ui/DataTable';
import { FilterBar } from '../../ui/FilterBar';
import { Page } from '../../ui/Page';
import { State } from '../../ui/State';
import { isOneOf } from '../../ui/search';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { SeatModal } from './SeatModal';
import { allRoles, seatStatuses } from './seat';

const route = getRouteApi('/inside/seats');

export function SeatListPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const has = useHasRole();
  const units = useUnits();
  const [adding, setAdding] = useState(false);
  const query = {
    ...search,
    status: isOneOf(seatStatuses, search.status) ? search.status : undefined,
    role: isOneOf(allRoles, search.role) ? search.role : undefined,
  };
  const pages = usePages(['seats', query], (after) =>
    read(api.GET('/api/seats', { params: { query: { ...query, after, limit: 50 } } })),
  );
  const count = async () =>
    (await read(api.GET('/api/seats', { params: { query: { ...query, limit: 1, count: true } } }))).total ?? 0;
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
        filters={useFilters()}
        values={search}
        onChange={(values) => navigate({ to: '/seats', search: values, replace: true })}
      />
      <DataTable
        name={t('seat.listTitle')}
        pages={pages}
        columns={columnsWith((id) => units.find((unit) => unit.id === id)?.name)}
        rowKey={(row) => row.id}
        count={count}
        empty={Object.values(search).some(Boolean) ? t('seat.emptyFiltered') : t('seat.empty')}
      />
      {adding && <SeatModal onClose={() => setAdding(false)} />}
    </Page>
  );
}

function useFilters() {
  const { data: sectors } = useQuery({ queryKey: ['sectors'], queryFn: () => read(api.GET('/api/sectors')) });
  const units = useUnits();
  return [
    { name: 'q' as const, label: t('seat.filter.q') },
    {
      name: 'status' as const,
      label: t('seat.statusLabel'),
      choices: seatStatuses.map((value) => ({ value, label: nameOf('seat.status', value) })),
    },
    {
      name: 'sectorId' as const,
      label: t('seat.sector'),
      choices: sectors?.map((sector) => ({ value: sector.id, label: sector.name })) ?? [],
    },
    {
      name: 'role' as const,
      label: t('seat.roles'),
      choices: allRoles.map((value) => ({ value, label: nameOf('role', value) })),
    },
    {
      name: 'unitId' as const,
      label: t('seat.unit'),
      choices: units.map((unit) => ({ value: unit.id, label: unit.name })),
    },
  ];
}

function columnsWith(unitName: (id: string) => string | undefined): Column<Seat>[] {
  return [
    {
      heading: t('seat.name'),
      text: (row) => row.name,
      show: (row) => (
        <Link to="/seats/$id" params={{ id: row.id }}>
          {row.name} {row.nativeName && <span className="quiet">{row.nativeName}</span>}
        </Link>
      ),
    },
    { heading: t('seat.sector'), text: (row) => row.sector?.name ?? '', width: 120 },
    {
      heading: t('seat.roles'),
      text: (row) =>
        row.roles
          .map(({ role, unitId }) => {
            const unit = unitId && unitName(unitId);
            return unit ? t('seat.roleAt', { role: nameOf('role', role), unit }) : nameOf('role', role);
          })
          .join(t('common.and')),
    },
    { heading: t('seat.employment'), text: (row) => row.employment ?? '' },
    { heading: t('seat.phone'), text: (row) => row.phone ?? '', width: 120 },
    {
      heading: t('seat.statusLabel'),
      text: (row) => nameOf('seat.status', row.status),
      show: (row) => <State family="seat.status" code={row.status} />,
      width: 110,
    },
    {
      heading: t('seat.account'),
      text: (row) => (row.claimed ? t('seat.hasAccount') : t('seat.noAccount')),
      width: 90,
    },
  ];
}
