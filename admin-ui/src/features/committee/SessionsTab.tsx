import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, InputNumber, Skeleton, Table } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Session } from '../../api/types';
import { FormModal } from '../../ui/FormModal';
import { day, minute } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';

export function SessionsTab() {
  const [adding, setAdding] = useState(false);
  const {
    data: sessions,
    error,
    refetch,
  } = useQuery({
    queryKey: ['sessions'],
    queryFn: () => read(api.GET('/api/sessions')),
  });
  const { data: committee } = useQuery({ queryKey: ['committee'], queryFn: () => read(api.GET('/api/committee')) });
  if (error) return <Problem error={error} retry={() => refetch()} />;
  if (!sessions) return <Skeleton active />;
  const mayEdit = committee?.can.includes('edit');
  return (
    <Card
      title={t('settings.sessions')}
      extra={mayEdit && <Button onClick={() => setAdding(true)}>{t('session.add')}</Button>}
    >
      <Table<Session>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={sessions}
        locale={{ emptyText: t('session.empty') }}
        columns={[
          { title: t('session.name'), dataIndex: 'name' },
          { title: t('session.opensOn'), render: (_, row) => day(row.opensOn) },
          { title: t('session.closesOn'), render: (_, row) => day(row.closesOn) },
          { title: t('session.windowOpensOn'), render: (_, row) => day(row.proposalWindowOpensOn) },
          { title: t('session.cutoffAt'), render: (_, row) => minute(row.proposalCutoffAt) },
          {
            title: t('session.current'),
            render: (_, row) => (row.id === committee?.currentSession?.id ? t('common.yes') : ''),
          },
        ]}
      />
      {adding && (
        <SessionModal
          last={sessions[sessions.length - 1]}
          terms={committee?.terms.map((term) => term.no) ?? []}
          onClose={() => setAdding(false)}
        />
      )}
    </Card>
  );
}

interface Values {
  termNo: number;
  sessionNo: number;
  opensOn: Dayjs | string;
  closesOn?: Dayjs | string | null;
  proposalWindowOpensOn?: Dayjs | string | null;
  proposalCutoffAt?: Dayjs | string | null;
}

interface SessionModalProps {
  last: Session | undefined;
  terms: number[];
  onClose: () => void;
}

/** A session of a new term opens the term with it. */
function SessionModal({ last, terms, onClose }: SessionModalProps) {
  const send = async (values: Values) => {
    if (!terms.includes(values.termNo)) await read(api.POST('/api/terms', { body: { no: values.termNo } }));
    return read(
      api.POST('/api/sessions', {
        body: {
          termNo: values.termNo,
          sessionNo: values.sessionNo,
          opensOn: dayjs(values.opensOn).format('YYYY-MM-DD'),
          closesOn: date(values.closesOn),
          proposalWindowOpensOn: date(values.proposalWindowOpensOn),
          proposalCutoffAt: values.proposalCutoffAt ? dayjs(values.proposalCutoffAt).toISOString() : undefined,
        },
      }),
    );
  };
  return (
    <FormModal<Values>
      title={t('session.add')}
      verb={t('session.add')}
      draft="session.add"
      initial={{ termNo: last?.termNo ?? 1, sessionNo: (last?.sessionNo ?? 0) + 1 }}
      onSend={send}
      onClose={onClose}
    >
      <div className="form-row">
        <Form.Item name="termNo" label={t('session.termNo')} rules={[{ required: true }]}>
          <InputNumber controls={false} min={1} max={30} />
        </Form.Item>
        <Form.Item name="sessionNo" label={t('session.sessionNo')} rules={[{ required: true }]}>
          <InputNumber controls={false} min={1} max={10} />
        </Form.Item>
      </div>
      <div className="form-row">
        <DateItem name="opensOn" label={t('session.opensOn')} needed />
        <DateItem name="closesOn" label={t('session.closesOn')} />
      </div>
      <DateItem name="proposalWindowOpensOn" label={t('session.windowOpensOn')} help={t('session.windowHelp')} />
      <DateItem name="proposalCutoffAt" label={t('session.cutoffAt')} help={t('session.cutoffHelp')} time />
    </FormModal>
  );
}

interface DateItemProps {
  name: string;
  label: string;
  help?: string;
  needed?: boolean;
  time?: boolean;
}

function DateItem({ name, label, help, needed, time }: DateItemProps) {
  return (
    <Form.Item
      name={name}
      label={label}
      extra={help}
      rules={needed ? [{ required: true, message: t('common.dayNeeded') }] : []}
      getValueProps={(value) => ({ value: value ? dayjs(value) : undefined })}
    >
      <DatePicker showTime={time ? { format: 'HH:mm' } : false} />
    </Form.Item>
  );
}

function date(value: Dayjs | string | null | undefined): string | undefined {
  return value ? dayjs(value).format('YYYY-MM-DD') : undefined;
}
