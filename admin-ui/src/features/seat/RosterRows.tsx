import { CheckCircleOutlined, CloseCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Empty, Table, Tabs } from 'antd';
import type { RosterImport, RosterRow } from '../../api/types';
import { Card } from '../../ui/Page';
import { findText, nameOf, t } from '../../ui/text';
import { RosterQuestion } from './RosterQuestion';
import { columnOf, type Tab, tabOf, tabs } from './roster';

const route = getRouteApi('/inside/seats/import');
const icons: Record<Tab, React.ReactNode> = {
  GOOD: <CheckCircleOutlined />,
  ASK: <QuestionCircleOutlined />,
  REFUSED: <CloseCircleOutlined />,
};

/** The rows in three tabs, each bad cell marked with its reason. */
export function RosterRows({ roster }: { roster: RosterImport }) {
  const { id, tab } = route.useSearch();
  const navigate = useNavigate();
  const active = tabs.find((each) => each === tab) ?? (roster.counts.asked > 0 ? 'ASK' : 'GOOD');
  return (
    <Card
      title={t('roster.rows')}
      extra={<span className="quiet">{t('roster.notPeople', { count: roster.counts.notPeople })}</span>}
    >
      <Tabs
        activeKey={active}
        onChange={(next) => navigate({ to: '/seats/import', search: { id, tab: next }, replace: true })}
        items={tabs.map((each) => {
          const rows = roster.rows.filter((row) => tabOf(row) === each);
          return {
            key: each,
            icon: icons[each],
            label: t('roster.tab', { name: nameOf('roster.tab', each), count: rows.length }),
            children: <RowTable roster={roster} rows={rows} />,
          };
        })}
      />
    </Card>
  );
}

function RowTable({ roster, rows }: { roster: RosterImport; rows: RosterRow[] }) {
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('roster.noRows')} />;
  const several = new Set(rows.map((row) => row.sheet)).size > 1;
  return (
    <Table<RosterRow>
      size="small"
      rowKey={(row) => `${row.sheet} ${row.row}`}
      dataSource={rows}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        ...(several ? [{ title: t('roster.sheet'), dataIndex: 'sheet', width: 140 }] : []),
        { title: t('roster.row'), dataIndex: 'row', width: 64 },
        { title: t('seat.name'), dataIndex: 'name', width: 140 },
        { title: t('roster.result'), width: 120, render: (_, row) => nameOf('roster.outcome', row.outcome) },
        { title: t('roster.remarks'), render: (_, row) => <Remarks roster={roster} row={row} /> },
      ]}
    />
  );
}

function Remarks({ roster, row }: { roster: RosterImport; row: RosterRow }) {
  return (
    <div className="stack">
      {row.problems.map((problem) => (
        <div key={`${problem.code} ${problem.column}`}>
          {problem.column && (
            <span className={row.outcome === 'REFUSED' ? 'bad-cell' : 'cell'}>
              {row.outcome === 'REFUSED' && <CloseCircleOutlined aria-label={t('roster.badCell')} />}{' '}
              {t('roster.cell', {
                cell: `${problem.column}${row.row}`,
                heading: columnOf(roster, row, problem.column) ?? '',
              })}
            </span>
          )}{' '}
          {findText(`problem.${problem.code}`) ?? problem.reason}
        </div>
      ))}
      {row.questions.map((question) => (
        <RosterQuestion key={question.code} roster={roster} row={row} question={question} />
      ))}
    </div>
  );
}
