import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import type { Unit } from '../../api/types';
import { useUnits } from '../../api/units';
import { FormModal } from '../../ui/FormModal';
import { today } from '../../ui/format';
import { nameOf, t } from '../../ui/text';

interface Values {
  name: string;
  system: Unit['system'];
  validFrom: Dayjs | string;
  validTo?: Dayjs | string | null;
  successorId?: string | null;
}

const systems: Unit['system'][] = ['PARTY', 'GOVERNMENT', 'NPC', 'CPPCC', 'COURT', 'PROCURATORATE', 'OTHER'];

/** A unit comes and goes with reforms: it has a first day, maybe a last, and a successor for its open matters. */
export function UnitModal({ unit, onClose }: { unit: Unit | undefined; onClose: () => void }) {
  const units = useUnits();
  const send = (values: Values) => {
    const { name, system } = values;
    const validFrom = dayjs(values.validFrom).format('YYYY-MM-DD');
    if (!unit) {
      const body = { name, system, validFrom };
      return sendOnce(
        'unit.new',
        body,
        (id, earlier) => read(api.POST('/api/units', { body: { ...body, ...earlier, id } })),
        ({ id, version }) => read(api.PUT('/api/units/{id}', { params: { path: { id } }, body: { ...body, version } })),
      );
    }
    const validTo = values.validTo ? dayjs(values.validTo).format('YYYY-MM-DD') : null;
    const body = { version: unit.version, name, system, validFrom, validTo, successorId: values.successorId };
    return read(api.PUT('/api/units/{id}', { params: { path: { id: unit.id } }, body }));
  };
  return (
    <FormModal<Values>
      title={unit ? t('unit.editOne', { name: unit.name }) : t('unit.add')}
      verb={unit ? t('common.save') : t('unit.add')}
      draft={`unit.${unit?.id ?? 'new'}`}
      initial={unit ?? { system: 'GOVERNMENT', validFrom: today() }}
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
      <Form.Item name="system" label={t('unit.system')} rules={[{ required: true }]}>
        <Select options={systems.map((value) => ({ value, label: nameOf('unit.system', value) }))} />
      </Form.Item>
      <div className="form-row">
        <Form.Item
          name="validFrom"
          label={t('unit.validFrom')}
          rules={[{ required: true, message: t('common.dayNeeded') }]}
          getValueProps={asDay}
        >
          <DatePicker />
        </Form.Item>
        {unit && (
          <Form.Item name="validTo" label={t('unit.validTo')} extra={t('unit.validToHelp')} getValueProps={asDay}>
            <DatePicker />
          </Form.Item>
        )}
      </div>
      {unit && (
        <Form.Item name="successorId" label={t('unit.successor')} extra={t('unit.successorHelp')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={units.filter((each) => each.id !== unit.id).map(({ id: value, name }) => ({ value, label: name }))}
          />
        </Form.Item>
      )}
    </FormModal>
  );
}

function asDay(value: Dayjs | string | null | undefined) {
  return { value: value ? dayjs(value) : undefined };
}
