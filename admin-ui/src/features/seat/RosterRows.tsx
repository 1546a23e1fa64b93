import { CheckCircleOutlined, CloseCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Empty, Select, Table, Tabs } from 'antd';
import { api, read } from '../../api/client';
import type { RosterImport, RosterRow } from '../../api/types';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { outcomeTabs, rowsOf } from './roster';

const route = getRouteApi('/inside/seats/import');
const icons = { GOOD: <CheckCircleOutlined />, ASK: <QuestionCircleOutlined />, REFUSED: <CloseCircleOutlined /> };

/** The rows in three tabs, each bad cell marked with its reason. */
export function RosterRows({ roster }: { roster: RosterImport }) {
  const { id, tab } = route.useSearch();
  const navigate = useNavigate();
  const active = outcomeTabs.find((each) => each === tab) ?? (roster.asks > 0 ? 'ASK' : 'GOOD');
  const answer = useAct((body: { row: number; choice: string }) =>
    read(
      api.PUT('/api/roster-imports/{id}/answers', { params: { path: { id: roster.id } }, body: { answers: [body] } }),
    ),
  );
  return (
    <Card title={t('roster.rows')}>
      <Tabs
        activeKey={active}
        onChange={(next) => navigate({ to: '/seats/import', search: { id, tab: next }, replace: true })}
        items={outcomeTabs.map((each) => ({
          key: each,
          icon: icons[each],
          label: t('roster.tab', { name: nameOf('roster.outcome', each), count: rowsOf(roster, each).length }),
          children: (
            <RowTable
              roster={roster}
              rows={rowsOf(roster, each)}
              onAnswer={(row, choice) => answer.mutate({ row, choice })}
            />
          ),
        }))}
      />
      <Problem error={answer.error} />
    </Card>
  );
}

interface RowTableProps {
  roster: RosterImport;
  rows: RosterRow[];
  onAnswer: (row: number, choice: string) => void;
}

function RowTable({ roster, rows, onAnswer }: RowTableProps) {
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('roster.noRows')} />;
  const asks = rows.some((row) => row.choices.length > 0);
  return (
    <Table<RosterRow>
      size="small"
      rowKey="row"
      dataSource={rows}
      scroll={{ x: 'max-content' }}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: t('roster.row'), dataIndex: 'row', width: 64, fixed: 'start' },
        ...(asks ? [answerColumn(onAnswer)] : []),
        {
          title: t('roster.remarks'),
          width: 240,
          render: (_: unknown, row: RosterRow) =>
            row.problems.map((problem) => <Reason key={problem.code} problem={problem} />),
        },
        ...roster.columns.map((column) => ({
          title: column.heading,
          key: column.index,
          render: (_: unknown, row: RosterRow) => <CellText row={row} index={column.index} />,
        })),
      ]}
    />
  );
}

function answerColumn(onAnswer: (row: number, choice: string) => void) {
  return {
    title: t('roster.answer'),
    width: 200,
    render: (_: unknown, row: RosterRow) => (
      <Select
        className="answer-select"
        aria-label={t('roster.answerFor', { row: row.row })}
        placeholder={t('roster.choose')}
        onChange={(choice: string) => onAnswer(row.row, choice)}
        options={row.choices.map((value) => ({ value, label: nameOf('roster.choice', value) }))}
      />
    ),
  };
}

function Reason({ problem }: { problem: RosterRow['problems'][number] }) {
  return <div>{nameOf('problem', problem.code)}</div>;
}

function CellText({ row, index }: { row: RosterRow; index: number }) {
  const text = row.cells[index] ?? '';
  const problem = row.problems.find((each) => each.column === index);
  if (!problem) return text;
  return (
    <span className="bad-cell" title={nameOf('problem', problem.code)}>
      <CloseCircleOutlined aria-label={t('roster.badCell')} /> {text || t('roster.emptyCell')}
    </span>
  );
}
