import { Checkbox, Empty } from 'antd';
import type { ReactNode } from 'react';
import type { Column } from './DataTable';
import { t } from './text';

interface RowCardsProps<Row> {
  rows: Row[];
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  empty: string;
  choice?: { chosen: Row[]; setChosen: (rows: Row[]) => void };
}

/** A table on a telephone: each row a card, first what it is, then whatever else is known of it. */
export function RowCards<Row>({ rows, columns, rowKey, empty, choice }: RowCardsProps<Row>) {
  const first = columns.find((column) => column.width === undefined) ?? columns[0];
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />;
  return (
    <ul className="row-cards">
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <div className="row-card-head">
            {choice && <Choice row={row} rowKey={rowKey} {...choice} />}
            {first && shown(first, row)}
          </div>
          <dl className="facts">
            {columns
              .filter((column) => column !== first && column.text(row) !== '')
              .map((column) => (
                <Fact key={column.heading} heading={column.heading}>
                  {shown(column, row)}
                </Fact>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Fact({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <>
      <dt>{heading}</dt>
      <dd>{children}</dd>
    </>
  );
}

interface ChoiceProps<Row> {
  row: Row;
  rowKey: (row: Row) => string;
  chosen: Row[];
  setChosen: (rows: Row[]) => void;
}

function Choice<Row>({ row, rowKey, chosen, setChosen }: ChoiceProps<Row>) {
  const others = chosen.filter((each) => rowKey(each) !== rowKey(row));
  return (
    <Checkbox
      aria-label={t('common.choose')}
      checked={others.length < chosen.length}
      onChange={(event) => setChosen(event.target.checked ? [...others, row] : others)}
    />
  );
}

function shown<Row>(column: Column<Row>, row: Row): ReactNode {
  return column.show?.(row) ?? column.text(row);
}
