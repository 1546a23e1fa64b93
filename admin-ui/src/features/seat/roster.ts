import { isRecord } from '../../api/problem';
import type { RosterImport, RosterRow } from '../../api/types';

export type Tab = 'GOOD' | 'ASK' | 'REFUSED';
export const tabs: readonly Tab[] = ['GOOD', 'ASK', 'REFUSED'];

/** In which tab a row stands: what would be taken, what waits for the clerk's word, what cannot be taken. */
export function tabOf(row: RosterRow): Tab | undefined {
  switch (row.outcome) {
    case 'IMPORTED':
    case 'UPDATED':
    case 'ENDED':
    case 'UNCHANGED':
      return 'GOOD';
    case 'ASKED':
    case 'SKIPPED':
      return 'ASK';
    case 'REFUSED':
      return 'REFUSED';
    case 'NOT_A_PERSON':
      return undefined;
  }
}

/** How many people a commit would write. */
export function willWrite({ counts }: RosterImport): number {
  return counts.imported + counts.updated + counts.ended;
}

/** Where in the sheet a problem stands: its column's letter and heading. */
export function columnOf(roster: RosterImport, row: RosterRow, letter: string | null | undefined): string | undefined {
  return roster.sheets.find((sheet) => sheet.name === row.sheet)?.columns.find((each) => each.column === letter)
    ?.header;
}

/** The import's id in the answer to an upload. */
export function importId(report: unknown): string | undefined {
  return isRecord(report) && typeof report.id === 'string' ? report.id : undefined;
}
