import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import { api, read } from '../../api/client';
import type { Seat } from '../../api/types';
import { FormModal } from '../../ui/FormModal';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { UnitPicker } from '../../ui/UnitPicker';
import { addSeat, type NewSeat } from './addSeat';
import { roleOptions } from './roleOptions';
import { isForUnit, phoneOf } from './seat';

/** A form with a masked number in it would write the mask: who corrects a person sees the number, which is logged. */
export function EditSeatModal({ seat, onClose }: { seat: Seat; onClose: () => void }) {
  const { data, error } = useQuery({
    queryKey: ['seat', seat.id, 'phone'],
    queryFn: () => phoneOf(seat.id),
    enabled: Boolean(seat.phone),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <Problem error={error} />;
  if (seat.phone && data === undefined) return null;
  return <SeatModal seat={{ ...seat, phone: data }} onClose={onClose} />;
}

/** One person added by hand, or the details of one who is there; many come by the roster import. */
export function SeatModal({ seat, onClose }: { seat?: Seat; onClose: () => void }) {
  const send = (values: NewSeat) => {
    const { roles: _, unitId: __, ...person } = values;
    return seat
      ? read(
          api.PUT('/api/seats/{id}', {
            params: { path: { id: seat.id } },
            body: { ...person, version: seat.version },
          }),
        )
      : addSeat(values);
  };
  return (
    <FormModal<NewSeat>
      title={seat ? t('seat.edit', { name: seat.name }) : t('seat.add')}
      verb={seat ? t('common.save') : t('seat.add')}
      draft={`seat.${seat?.id ?? 'new'}`}
      initial={seat ? valuesOf(seat) : { roles: ['MEMBER'] }}
      onSend={send}
      onClose={onClose}
    >
      <PersonItems />
      {!seat && <RoleItems />}
    </FormModal>
  );
}

function valuesOf(seat: Seat): NewSeat {
  return {
    ...seat,
    sectorId: seat.sector?.id,
    specialCommitteeIds: seat.specialCommittees.map((each) => each.id),
    roles: undefined,
  };
}

function PersonItems() {
  const { data: sectors } = useQuery({ queryKey: ['sectors'], queryFn: () => read(api.GET('/api/sectors')) });
  const { data: special } = useQuery({
    queryKey: ['special-committees'],
    queryFn: () => read(api.GET('/api/special-committees')),
  });
  return (
    <>
      <div className="form-row">
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
      </div>
      <div className="form-row">
        <Form.Item name="sex" label={t('seat.sex')}>
          <Radio.Group options={['MALE', 'FEMALE'].map((value) => ({ value, label: nameOf('sex', value) }))} />
        </Form.Item>
        <Form.Item
          name="phone"
          label={t('seat.phone')}
          extra={t('seat.phoneHelp')}
          rules={[{ pattern: /^1\d{10}$/, message: t('seat.phoneShape') }]}
        >
          <Input inputMode="numeric" maxLength={11} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="sectorId" label={t('seat.sector')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={sectors?.map((each) => ({ value: each.id, label: each.name }))}
          />
        </Form.Item>
        <Form.Item name="specialCommitteeIds" label={t('seat.specialCommittee')}>
          <Select mode="multiple" options={special?.map((each) => ({ value: each.id, label: each.name }))} />
        </Form.Item>
      </div>
      <Form.Item name="employment" label={t('seat.employment')}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}

function RoleItems() {
  return (
    <>
      <Form.Item name="roles" label={t('seat.roles')} rules={[{ required: true, message: t('seat.roleNeeded') }]}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={roleOptions()} />
      </Form.Item>
      <Form.Item noStyle dependencies={['roles']}>
        {({ getFieldValue }) => {
          const roles: unknown = getFieldValue('roles');
          const clerk = Array.isArray(roles) && roles.some(isForUnit);
          return (
            clerk && (
              <Form.Item
                name="unitId"
                label={t('seat.unit')}
                rules={[{ required: true, message: t('seat.unitNeeded') }]}
              >
                <UnitPicker />
              </Form.Item>
            )
          );
        }}
      </Form.Item>
    </>
  );
}
