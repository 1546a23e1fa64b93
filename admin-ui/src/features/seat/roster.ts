import type { RosterImport, RosterRow } from '../../api/types';

export const outcomeTabs = ['GOOD', 'ASK', 'REFUSED'] as const;

export function rowsOf(roster: RosterImport, outcome: (typeof outcomeTabs)[number]): RosterRow[] {
  return roster.rows.filter((row) => row.outcome === outcome);
}
