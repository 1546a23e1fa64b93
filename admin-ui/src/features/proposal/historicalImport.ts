import { isRecord } from '../../api/problem';
import type { components } from '../../api/schema';
import { parseCsv } from '../../ui/csv';
import { t } from '../../ui/text';

export type HistoricalEvent = components['schemas']['ImportEvent'];

interface Events {
  events: HistoricalEvent[];
  badLines: number[];
}

/** The columns of a table, by the words an office writes above them. */
const columns: Record<string, string> = {
  [t('historical.column.do')]: 'do',
  [t('historical.column.on')]: 'on',
  [t('historical.column.ref')]: 'ref',
  [t('historical.column.session')]: 'session',
  [t('historical.column.intake')]: 'intake',
  [t('historical.column.title')]: 'title',
  [t('historical.column.category')]: 'category',
  [t('historical.column.lead')]: 'lead',
  [t('historical.column.unit')]: 'unit',
  [t('historical.column.grade')]: 'grade',
  [t('historical.column.attitude')]: 'attitude',
  [t('historical.column.result')]: 'result',
  [t('historical.column.reason')]: 'reason',
  [t('historical.column.disposition')]: 'disposition',
  [t('historical.column.into')]: 'into',
};

/** The words of cells that stand for the service's own names. */
const values: Record<string, string> = {
  [t('historical.do.receive')]: 'proposal.receive',
  [t('historical.do.file')]: 'proposal.file',
  [t('historical.do.unfile')]: 'proposal.unfile',
  [t('historical.do.merge')]: 'proposal.merge',
  [t('historical.do.not_file')]: 'proposal.not_file',
  [t('historical.do.withdraw')]: 'proposal.withdraw',
  [t('historical.do.assign')]: 'proposal.assign',
  [t('historical.do.return')]: 'proposal.return',
  [t('historical.do.reply')]: 'proposal.reply',
  [t('historical.do.rate')]: 'proposal.rate',
  [t('proposal.kind.PLENARY')]: 'PLENARY',
  [t('proposal.kind.INTERSESSION')]: 'INTERSESSION',
  [t('satisfaction.SATISFIED')]: 'SATISFIED',
  [t('satisfaction.BASICALLY_SATISFIED')]: 'BASICALLY_SATISFIED',
  [t('satisfaction.NOT_SATISFIED')]: 'NOT_SATISFIED',
};

/** The empty table to fill in. */
export function templateColumns(): { heading: string; text: () => string }[] {
  return Object.keys(columns).map((heading) => ({ heading, text: () => '' }));
}

/** Reads a table (CSV with headings) or one JSON event a line; names the lines that are neither. */
export function eventsFrom(text: string): Events {
  return text.trimStart().startsWith('{') ? fromLines(text) : fromTable(text);
}

function fromLines(text: string): Events {
  const events: HistoricalEvent[] = [];
  const badLines: number[] = [];
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === '') return;
    const event = parse(line);
    if (isEvent(event)) events.push(event);
    else badLines.push(at + 1);
  });
  return { events, badLines };
}

function fromTable(text: string): Events {
  const [headings = [], ...rows] = parseCsv(text);
  const names = headings.map((heading) => columns[heading.trim()]);
  const events: HistoricalEvent[] = [];
  const badLines: number[] = [];
  rows.forEach((cells, at) => {
    const event: Record<string, string> = {};
    cells.forEach((cell, index) => {
      const name = names[index];
      const words = cell.trim();
      if (name && words) event[name] = values[words] ?? words;
    });
    if (isEvent(event)) events.push(event);
    else if (cells.some((cell) => cell.trim())) badLines.push(at + 2);
  });
  return { events, badLines };
}

function isEvent(value: unknown): value is HistoricalEvent {
  return isRecord(value) && ['do', 'on', 'ref'].every((name) => typeof value[name] === 'string');
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Five thousand at a time, as many as the service takes. */
export function batches<Row>(rows: readonly Row[], size = 5_000): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));
}
