import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { SeatDraft } from '../../api/types';
import { useUnits } from '../../api/units';
import { FormModal } from '../../ui/FormModal';
import { nameOf, t } from '../../ui/text';
import { roleGroups } from './seat';

/** One person added by hand; many come by the roster import. */
export function AddSeatModal({ onClose }: { onClose: () => void }) {
  const [id] = useState(() => crypto.randomUUID());
  const { data: sectors } = useQuery({ queryKey: ['sectors'], queryFn: () => read(api.GET('/api/sectors')) });
  const units = useUnits();
  return (
    <FormModal<SeatDraft>
      title={t('seat.add')}
      verb={t('seat.add')}
      draft="seat.add"
      initial={{ roles: ['MEMBER'] }}
      onSend={(values) => read(api.POST('/api/seats', { body: { ...values, id } }))}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('seat.name')}
        rules={[{ required: true, whitespace: true, message: t('seat.nameNeeded') }]}
      >
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="nativeName" label={t('seat.nativeName')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t('seat.phone')}
        extra={t('seat.phoneHelp')}
        rules={[{ pattern: /^1\d{10}$/, message: t('seat.phoneShape') }]}
      >
        <Input inputMode="numeric" maxLength={11} />
      </Form.Item>
      <Form.Item name="roles" label={t('seat.roles')} rules={[{ required: true, message: t('seat.roleNeeded') }]}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={roleGroups.map((group) => ({
            label: nameOf('roleGroup', group.name),
            options: group.roles.map((value) => ({ value, label: nameOf('role', value) })),
          }))}
        />
      </Form.Item>
      <Form.Item name="sector" label={t('seat.sector')}>
        <Select allowClear showSearch options={sectors?.map(({ name }) => ({ value: name, label: name }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['roles']}>
        {({ getFieldValue }) => {
          const roles: unknown = getFieldValue('roles');
          const clerk = Array.isArray(roles) && (roles.includes('UNIT_CLERK') || roles.includes('UNIT_LEADER'));
          return (
            clerk && (
              <Form.Item
                name="unitId"
                label={t('seat.unit')}
                rules={[{ required: true, message: t('seat.unitNeeded') }]}
              >
                <Select
                  showSearch={{ optionFilterProp: 'label' }}
                  options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
                />
              </Form.Item>
            )
          );
        }}
      </Form.Item>
    </FormModal>
  );
}
