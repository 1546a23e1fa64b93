import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Empty, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Division, OperatorCommittee } from '../../api/types';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { CommitteeMoves } from './CommitteeMoves';
import { CreateCommitteeModal } from './CreateCommitteeModal';

const route = getRouteApi('/inside/operator');

/** The directory of divisions; a committee is opened where one is wanted. Nothing of its content is here. */
export function OperatorPage() {
  const { parent } = route.useSearch();
  const [opening, setOpening] = useState<Division>();
  const { data, error, refetch } = useQuery({
    queryKey: ['divisions', parent ?? ''],
    queryFn: () => read(api.GET('/api/operator/divisions', { params: { query: { parent } } })),
  });
  return (
    <Page title={t('operator.title')} note={t('operator.note')}>
      <Card title={t('operator.divisions')} extra={parent && <UpLink parent={parent} />}>
        {error && <Problem error={error} retry={() => refetch()} />}
        {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
        {data && (
          <Table<Division>
            size="small"
            rowKey="code"
            pagination={false}
            dataSource={data}
            locale={{ emptyText: <Empty description={t('operator.noDivisions')} /> }}
            columns={[
              { title: t('operator.code'), dataIndex: 'code', width: 100 },
              { title: t('operator.division'), render: (_, row) => <DivisionName division={row} /> },
              { title: t('operator.level'), render: (_, row) => nameOf('level', row.level), width: 100 },
              {
                title: t('operator.committee'),
                render: (_, row) => <Standing committee={row.committee} />,
                width: 260,
              },
              {
                title: t('common.actions'),
                width: 320,
                render: (_, row) =>
                  row.committee ? (
                    <CommitteeMoves committee={row.committee} />
                  ) : (
                    <Button size="small" onClick={() => setOpening(row)}>
                      {t('operator.create')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Card>
      {opening && <CreateCommitteeModal division={opening} onClose={() => setOpening(undefined)} />}
    </Page>
  );
}

function DivisionName({ division }: { division: Division }) {
  if (!division.hasChildren) return division.name;
  return (
    <Link to="/operator" search={{ parent: division.code }}>
      {division.name}
    </Link>
  );
}

function UpLink({ parent }: { parent: string }) {
  return (
    <Link to="/operator" search={{ parent: above(parent) }}>
      {t('operator.up')}
    </Link>
  );
}

/** 513321 → 513300 → 510000 → the top. */
export function above(code: string): string | undefined {
  if (!code.endsWith('00')) return `${code.slice(0, 4)}00`;
  if (!code.endsWith('0000')) return `${code.slice(0, 2)}0000`;
  return undefined;
}

function Standing({ committee }: { committee: OperatorCommittee | null | undefined }) {
  if (!committee) return <span className="quiet">{t('operator.none')}</span>;
  return (
    <>
      {committee.name}{' '}
      {committee.suspended ? (
        <State family="committee.status" code="SUSPENDED" />
      ) : (
        <span className="quiet">{t('operator.activeSeats', { count: committee.activeSeats })}</span>
      )}
    </>
  );
}
