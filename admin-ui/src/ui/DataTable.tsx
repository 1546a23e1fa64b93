import { PrinterOutlined } from '@ant-design/icons';
import { Button, Empty, Skeleton, Table } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ExportButton } from './ExportButton';
import { Problem } from './Problem';
import { RowCards } from './RowCards';
import { t } from './text';
import { useNarrow, usePrinting } from './useMedia';
import { allRows, type Pages } from './usePages';

/** One column: its heading, its words (for exports too), and how it looks if that is more than words. */
export interface Column<Row> {
  heading: string;
  text: (row: Row) => string | number;
  show?: (row: Row) => ReactNode;
  width?: number;
  align?: 'end';
}

interface DataTableProps<Row> {
  name: string;
  pages: Pages<Row>;
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  empty: string;
  /** Draws the bar of actions for the chosen rows; without it rows cannot be chosen. */
  bulk?: (chosen: Row[], clear: () => void) => ReactNode;
  count?: () => Promise<number>;
}

/** Of a column that takes the room that is left. */
const leastOfText = 220;

/** What was chosen and counted belongs to the list as it was filtered. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  return <OneTable key={props.pages.key} {...props} />;
}

function OneTable<Row extends object>(props: DataTableProps<Row>) {
  const { name, pages, columns, rowKey, empty, bulk, count } = props;
  const [chosen, setChosen] = useState<Row[]>([]);
  const { state, rows } = pages;
  const printing = usePrinting();
  const narrow = useNarrow();
  const frame = useMovedByKeyboard();
  if (state.error && rows.length === 0) return <Problem error={state.error} retry={() => state.refetch()} />;
  if (state.isPending) return <Skeleton active paragraph={{ rows: 8 }} aria-label={t('common.loading')} />;
  return (
    <div className="data-table" ref={frame}>
      {bulk && chosen.length > 0 && (
        <div className="bulk-bar" role="toolbar">
          <span>{t('common.chosen', { count: chosen.length })}</span>
          {bulk(chosen, () => setChosen([]))}
          <Button type="link" onClick={() => setChosen([])}>
            {t('common.clearChoice')}
          </Button>
        </div>
      )}
      {narrow ? (
        <RowCards rows={rows} columns={columns} rowKey={rowKey} empty={empty} choice={bulk && { chosen, setChosen }} />
      ) : (
        <Table<Row>
          size="small"
          sticky={printing ? undefined : { offsetHeader: 56 }}
          scroll={printing ? undefined : { x: widthOf(columns) + (bulk ? ofChoice : 0) }}
          pagination={false}
          dataSource={rows}
          rowKey={rowKey}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} /> }}
          rowSelection={
            bulk && {
              selectedRowKeys: chosen.map(rowKey),
              onChange: (_, picked) => setChosen(picked),
              getCheckboxProps: () => ({ 'aria-label': t('common.choose') }),
            }
          }
          columns={columns.map((column) => ({
            title: column.heading,
            key: column.heading,
            width: column.width,
            align: column.align,
            render: (_, row) => column.show?.(row) ?? column.text(row),
          }))}
        />
      )}
      {state.error && <Problem error={state.error} retry={() => state.refetch()} />}
      <TableFoot name={name} pages={pages} columns={columns} count={count} />
    </div>
  );
}

/** A table that is wider than its room is moved sideways by keyboard too. */
function useMovedByKeyboard() {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const body = frame.current?.querySelector('.ant-table-body');
    if (!body) return;
    if (body.scrollWidth > body.clientWidth) body.setAttribute('tabindex', '0');
    else body.removeAttribute('tabindex');
  });
  return frame;
}

/** The width of the column in which rows are chosen. */
const ofChoice = 40;

/** What a table needs at least; on a narrower screen it is moved sideways instead of being squeezed. */
function widthOf<Row>(columns: Column<Row>[]): number {
  return columns.reduce((sum, { width }) => sum + (width ?? leastOfText), 0);
}

function TableFoot<Row>({
  name,
  pages,
  columns,
  count,
}: Pick<DataTableProps<Row>, 'name' | 'pages' | 'columns' | 'count'>) {
  const [total, setTotal] = useState<number>();
  const { rows, state } = pages;
  if (rows.length === 0) return null;
  return (
    <div className="table-foot no-print">
      <span className="quiet">
        {total === undefined ? t('common.shown', { count: rows.length }) : t('common.total', { count: total })}
      </span>
      {count && total === undefined && state.hasNextPage && (
        <Button type="link" onClick={async () => setTotal(await count())}>
          {t('common.count')}
        </Button>
      )}
      {state.hasNextPage ? (
        <Button loading={state.isFetchingNextPage} onClick={() => state.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : (
        <span className="quiet">{t('common.noMore')}</span>
      )}
      <span className="grow" />
      <ExportButton name={name} columns={columns} rows={() => allRows(pages.fetchPage)} />
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        {t('common.print')}
      </Button>
    </div>
  );
}
