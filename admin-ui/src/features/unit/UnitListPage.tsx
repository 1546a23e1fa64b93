import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useHasRole } from '../../api/session';
import type { Unit } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { FilterBar } from '../../ui/FilterBar';
import { Page } from '../../ui/Page';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { UnitModal } from './UnitModal';

const route = getRouteApi('/inside/units');

export function UnitListPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const has = useHasRole();
  const [editing, setEditing] = useState<Unit | 'new'>();
  const ended = search.ended === 'true' ? true : undefined;
  const pages = usePages(['units', { ended }], (after) =>
    read(api.GET('/api/units', { params: { query: { ended, after, limit: 50 } } })),
  );
  const count = async () =>
    (await read(api.GET('/api/units', { params: { query: { ended, limit: 1, count: true } } }))).total ?? 0;
  return (
    <Page
      title={t('unit.listTitle')}
      note={t('unit.listNote')}
      actions={
        has('PROPOSAL_STAFF', 'ASSIGNING_OFFICE', 'TENANT_ADMIN') && (
          <Button type="primary" onClick={() => setEditing('new')}>
            {t('unit.add')}
          </Button>
        )
      }
    >
      <FilterBar
        filters={[
          {
            name: 'ended' as const,
            label: t('unit.filter.ended'),
            choices: [{ value: 'true', label: t('unit.withEnded') }],
          },
        ]}
        values={search}
        onChange={(values) => navigate({ to: '/units', search: values, replace: true })}
      />
      <DataTable
        name={t('unit.listTitle')}
        pages={pages}
        columns={[...columns, editColumn(setEditing)]}
        rowKey={(row) => row.id}
        count={count}
        empty={t('unit.empty')}
      />
      {editing && <UnitModal unit={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Page>
  );
}

const columns: Column<Unit>[] = [
  { heading: t('unit.name'), text: (row) => row.name },
  { heading: t('unit.system'), text: (row) => nameOf('unit.system', row.system), width: 120 },
  { heading: t('unit.validFrom'), text: (row) => row.validFrom, width: 120 },
  { heading: t('unit.validTo'), text: (row) => row.validTo ?? '', width: 120 },
  {
    heading: t('unit.assignments'),
    text: () => '',
    show: (row) => (
      <Link to="/assignments" search={{ unitId: row.id }}>
        {t('unit.see')}
      </Link>
    ),
    width: 100,
  },
];

function editColumn(onEdit: (unit: Unit) => void): Column<Unit> {
  return {
    heading: t('common.actions'),
    text: () => '',
    show: (row) =>
      row.can.includes('edit') && (
        <Button type="link" size="small" aria-label={t('unit.editOne', { name: row.name })} onClick={() => onEdit(row)}>
          {t('common.edit')}
        </Button>
      ),
    width: 80,
  };
}
