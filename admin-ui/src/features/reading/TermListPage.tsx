import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Form, Input, Popconfirm, Table } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import { useHasRole } from '../../api/session';
import type { ReadingTerm } from '../../api/types';
import { type Days, DaysItem, startAndEnd } from '../../ui/Days';
import { FormModal } from '../../ui/FormModal';
import { day, ratio } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

const steps: readonly ReadingTerm['status'][] = ['PLANNED', 'OPEN', 'RUNNING', 'WRAPPING', 'ARCHIVED'];

/** The runs of reading groups, each going step by step, and a step back after a wrong click. */
export function TermListPage() {
  const has = useHasRole();
  const [adding, setAdding] = useState(false);
  const [edited, setEdited] = useState<ReadingTerm>();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['reading-terms'],
    queryFn: () => read(api.GET('/api/reading-terms')),
  });
  return (
    <Page
      title={t('readingTerm.title')}
      note={<Link to="/reading">{t('reading.backToList')}</Link>}
      actions={
        has('STUDY_STAFF') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('readingTerm.add')}
          </Button>
        )
      }
    >
      <Problem error={error} retry={() => refetch()} />
      <div className="data-table">
        <Table<ReadingTerm>
          size="small"
          loading={isPending}
          pagination={false}
          dataSource={data ?? []}
          rowKey={(row) => row.id}
          locale={{ emptyText: t('readingTerm.empty') }}
          columns={[
            { title: t('readingTerm.name'), dataIndex: 'name' },
            { title: t('reading.startsOn'), width: 110, render: (_, row) => day(row.startsOn) },
            { title: t('reading.endsOn'), width: 110, render: (_, row) => day(row.endsOn) },
            {
              title: t('reading.statusLabel'),
              width: 110,
              render: (_, row) => nameOf('readingTerm.status', row.status),
            },
            {
              title: t('readingTerm.groups'),
              width: 140,
              align: 'end',
              render: (_, row) => t('readingTerm.openOf', { open: row.openGroups, all: row.groups }),
            },
            {
              title: t('reading.contributed'),
              width: 130,
              align: 'end',
              render: (_, row) => ratio(row.contributed, row.joined),
            },
            {
              title: '',
              width: 300,
              render: (_, row) => (
                <>
                  {row.can.includes('edit') && (
                    <Button size="small" type="link" onClick={() => setEdited(row)}>
                      {t('common.edit')}
                    </Button>
                  )}
                  {row.can.includes('back') && <Move term={row} by={-1} />}{' '}
                  {row.can.includes('move') && <Move term={row} by={1} />}
                </>
              ),
            },
          ]}
        />
      </div>
      {adding && <TermModal onClose={() => setAdding(false)} />}
      {edited && <TermModal term={edited} onClose={() => setEdited(undefined)} />}
    </Page>
  );
}

function Move({ term, by }: { term: ReadingTerm; by: 1 | -1 }) {
  const next = steps[steps.indexOf(term.status) + by];
  const act = useAct((status: ReadingTerm['status']) =>
    read(
      api.PUT('/api/reading-terms/{id}/status', {
        params: { path: { id: term.id } },
        body: { version: term.version, status },
      }),
    ),
  );
  if (!next) return null;
  const status = nameOf('readingTerm.status', next);
  const verb = t(by === 1 ? 'readingTerm.moveTo' : 'readingTerm.backTo', { status });
  return (
    <>
      <Popconfirm
        title={t(by === 1 ? 'readingTerm.moveSure' : 'readingTerm.backSure', { name: term.name, status })}
        okText={verb}
        cancelText={t('common.cancel')}
        onConfirm={() => act.mutate(next)}
      >
        <Button size="small" loading={act.isPending}>
          {verb}
        </Button>
      </Popconfirm>
      <Problem error={act.error} />
    </>
  );
}

interface Values {
  name: string;
  days: Days;
}

function TermModal({ term, onClose }: { term?: ReadingTerm; onClose: () => void }) {
  const title = t(term ? 'readingTerm.edit' : 'readingTerm.add');
  return (
    <FormModal<Values>
      title={title}
      verb={title}
      draft={`readingTerm.${term?.id ?? 'new'}`}
      initial={term ? { name: term.name, days: [dayjs(term.startsOn), dayjs(term.endsOn)] } : {}}
      onSend={({ name, days }) => {
        const body = { name, ...startAndEnd(days) };
        if (term) {
          return read(
            api.PUT('/api/reading-terms/{id}', {
              params: { path: { id: term.id } },
              body: { ...body, version: term.version },
            }),
          );
        }
        return sendOnce('readingTerm.new', body, (id) =>
          read(api.POST('/api/reading-terms', { body: { ...body, id } })),
        );
      }}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('readingTerm.name')}
        extra={t('readingTerm.nameHelp')}
        rules={[{ required: true, whitespace: true, message: t('readingTerm.nameNeeded') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <DaysItem />
    </FormModal>
  );
}
