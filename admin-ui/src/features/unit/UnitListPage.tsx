import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useHasRole } from '../../api/session';
import type { Unit, UnitDraft } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { FilterBar } from '../../ui/FilterBar';
import { FormModal } from '../../ui/FormModal';
import { Page } from '../../ui/Page';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';

const route = getRouteApi('/inside/units');
const systems = ['PARTY', 'GOVERNMENT', 'NPC', 'CPPCC', 'COURT', 'PROCURATORATE', 'OTHER'];

export function UnitListPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const has = useHasRole();
  const [editing, setEditing] = useState<Unit | 'new'>();
  const pages = usePages(['units', search], (after) =>
    read(api.GET('/api/units', { params: { query: { ...search, after, limit: 50 } } })),
  );
  const may = has('PROPOSAL_STAFF', 'ASSIGNING_OFFICE', 'TENANT_ADMIN');
  return (
    <Page
      title={t('unit.listTitle')}
      note={t('unit.listNote')}
      actions={
        may && (
          <Button type="primary" onClick={() => setEditing('new')}>
            {t('unit.add')}
          </Button>
        )
      }
    >
      <FilterBar
        filters={[{ name: 'q' as const, label: t('unit.filter.q') }]}
        values={search}
        onChange={(values) => navigate({ to: '/units', search: values, replace: true })}
      />
      <DataTable
        name={t('unit.listTitle')}
        pages={pages}
        columns={[...columns, editColumn(setEditing)]}
        rowKey={(row) => row.id}
        empty={t('unit.empty')}
      />
      {editing && <UnitModal unit={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Page>
  );
}

const columns: Column<Unit>[] = [
  { heading: t('unit.name'), text: (row) => row.name },
  { heading: t('unit.system'), text: (row) => (row.system ? nameOf('unit.system', row.system) : ''), width: 120 },
  { heading: t('unit.contact'), text: (row) => row.contact ?? '', width: 120 },
  { heading: t('unit.phone'), text: (row) => row.phone ?? '', width: 140 },
  {
    heading: t('unit.clerks'),
    text: (row) => row.clerks,
    show: (row) => (row.clerks > 0 ? row.clerks : <span className="overdue">{t('unit.noClerk')}</span>),
    width: 110,
    align: 'end',
  },
  {
    heading: t('unit.open'),
    text: (row) => row.openAssignments,
    show: (row) => (
      <Link to="/assignments" search={{ unitId: row.id }}>
        {row.openAssignments}
      </Link>
    ),
    width: 90,
    align: 'end',
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

function UnitModal({ unit, onClose }: { unit: Unit | undefined; onClose: () => void }) {
  const [id] = useState(() => crypto.randomUUID());
  const send = (values: UnitDraft) =>
    unit
      ? read(
          api.PUT('/api/units/{id}', { params: { path: { id: unit.id } }, body: { ...values, version: unit.version } }),
        )
      : read(api.POST('/api/units', { body: { ...values, id } }));
  return (
    <FormModal<UnitDraft>
      title={unit ? t('unit.editOne', { name: unit.name }) : t('unit.add')}
      verb={unit ? t('common.save') : t('unit.add')}
      draft={`unit.${unit?.id ?? 'new'}`}
      initial={unit ?? { system: 'GOVERNMENT' }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('unit.name')}
        extra={t('unit.nameHelp')}
        rules={[{ required: true, whitespace: true, message: t('unit.nameNeeded') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="system" label={t('unit.system')}>
        <Select options={systems.map((value) => ({ value, label: nameOf('unit.system', value) }))} />
      </Form.Item>
      <Form.Item name="contact" label={t('unit.contact')}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="phone" label={t('unit.phone')}>
        <Input maxLength={30} />
      </Form.Item>
    </FormModal>
  );
}
