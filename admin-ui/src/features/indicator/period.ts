import type { Session } from '../../api/types';
import { today } from '../../ui/format';

export type Basis = 'SESSION' | 'YEAR';

export interface Period {
  basis: Basis;
  period: string;
}

/** The code of a session as figures name it: 14-3. */
export function periodOf(session: { termNo: number; sessionNo: number }): string {
  return `${session.termNo}-${session.sessionNo}`;
}

export function periodsOf(basis: Basis, sessions: readonly Session[]): { value: string; label: string }[] {
  if (basis === 'SESSION') return sessions.map((each) => ({ value: periodOf(each), label: each.name }));
  const year = Number(today().slice(0, 4));
  return [0, 1, 2, 3, 4, 5].map((back) => ({ value: String(year - back), label: String(year - back) }));
}

/** What the URL says, or the current session, or this year. */
export function chosenPeriod(search: { basis?: string; period?: string }, sessions: readonly Session[]): Period {
  const basis: Basis = search.basis === 'YEAR' || sessions.length === 0 ? 'YEAR' : 'SESSION';
  const choices = periodsOf(basis, sessions);
  const current = sessions.find((each) => each.current);
  const otherwise = basis === 'SESSION' && current ? periodOf(current) : choices[0]?.value;
  return { basis, period: search.period ?? otherwise ?? '' };
}
