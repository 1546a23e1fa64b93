import { csvCell, today } from './format';

export interface TextColumn<Row> {
  heading: string;
  text: (row: Row) => string | number;
}

/** Saves rows as a CSV file that Excel and WPS open in Chinese. */
export function save<Row>(name: string, columns: TextColumn<Row>[], rows: Row[]): void {
  const lines = [
    columns.map((column) => csvCell(column.heading)),
    ...rows.map((row) => columns.map((column) => csvCell(String(column.text(row))))),
  ];
  const text = `\uFEFF${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
  saveBlob(`${name} ${today()}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}

export function saveBlob(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
