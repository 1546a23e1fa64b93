import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Popconfirm, Radio, Select, Skeleton, Table } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, done, read } from '../../api/client';
import type { Holiday } from '../../api/types';
import { FormModal } from '../../ui/FormModal';
import { today } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

/** The state's holidays and make-up days, and the committee's own. */
export function HolidaysTab() {
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['holidays', year],
    queryFn: () => read(api.GET('/api/holidays', { params: { query: { year } } })),
  });
  const remove = useAct((day: string) => done(api.DELETE('/api/holidays/{day}', { params: { path: { day } } })));
  if (error) return <Problem error={error} retry={() => refetch()} />;
  return (
    <Card
      title={t('settings.holidays')}
      extra={
        <div className="row">
          <Select
            aria-label={t('figure.byYear')}
            value={year}
            onChange={setYear}
            options={[-2, -1, 0, 1].map((by) => ({
              value: Number(today().slice(0, 4)) + by,
              label: Number(today().slice(0, 4)) + by,
            }))}
          />
          {data?.can.includes('add') && <Button onClick={() => setAdding(true)}>{t('holiday.add')}</Button>}
        </div>
      }
    >
      <p className="quiet">{t('holiday.note')}</p>
      {!data && <Skeleton active />}
      {data && (
        <Table<Holiday>
          size="small"
          rowKey="day"
          pagination={false}
          dataSource={data.days}
          locale={{ emptyText: t('holiday.empty', { year }) }}
          columns={[
            { title: t('holiday.day'), dataIndex: 'day', width: 130 },
            { title: t('holiday.name'), dataIndex: 'name' },
            {
              title: t('holiday.kind'),
              render: (_, row) => (row.kind === 'MAKE_UP' ? t('holiday.working') : t('holiday.off')),
              width: 140,
            },
            {
              title: t('holiday.whose'),
              render: (_, row) => (row.source === 'COMMITTEE' ? t('holiday.own') : t('holiday.state')),
              width: 140,
            },
            {
              title: t('common.actions'),
              width: 90,
              render: (_, row) =>
                row.can.includes('remove') && (
                  <Popconfirm
                    title={t('holiday.removeSure', { day: row.day })}
                    okText={t('common.remove')}
                    cancelText={t('common.cancel')}
                    onConfirm={() => remove.mutate(row.day)}
                  >
                    <Button type="link" size="small">
                      {t('common.remove')}
                    </Button>
                  </Popconfirm>
                ),
            },
          ]}
        />
      )}
      <Problem error={remove.error} />
      {adding && <HolidayModal onClose={() => setAdding(false)} />}
    </Card>
  );
}

interface Values {
  day: Dayjs | string;
  name: string;
  kind: Holiday['kind'];
}

function HolidayModal({ onClose }: { onClose: () => void }) {
  const send = ({ day, name, kind }: Values) =>
    read(
      api.PUT('/api/holidays/{day}', {
        params: { path: { day: dayjs(day).format('YYYY-MM-DD') } },
        body: { name, kind },
      }),
    );
  return (
    <FormModal<Values>
      title={t('holiday.add')}
      verb={t('holiday.add')}
      draft="holiday.add"
      initial={{ kind: 'HOLIDAY' }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item
        name="day"
        label={t('holiday.day')}
        rules={[{ required: true, message: t('common.dayNeeded') }]}
        getValueProps={(value) => ({ value: value ? dayjs(value) : undefined })}
      >
        <DatePicker />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('holiday.name')}
        rules={[{ required: true, whitespace: true, message: t('holiday.nameNeeded') }]}
      >
        <Input maxLength={40} placeholder={t('holiday.nameExample')} />
      </Form.Item>
      <Form.Item name="kind" label={t('holiday.kind')}>
        <Radio.Group
          options={[
            { value: 'HOLIDAY', label: t('holiday.off') },
            { value: 'MAKE_UP', label: t('holiday.working') },
          ]}
        />
      </Form.Item>
    </FormModal>
  );
}
