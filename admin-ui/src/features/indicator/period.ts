import type { Session } from '../../api/types';
import { today as beijing } from '../../ui/format';

export type Basis = 'SESSION' | 'YEAR';

export interface Period {
  basis: Basis;
  period: string;
}

export function periodsOf(basis: Basis, sessions: readonly Session[]): { value: string; label: string }[] {
  if (basis === 'SESSION') return sessions.map((each) => ({ value: each.key, label: each.name }));
  const year = Number(beijing().slice(0, 4));
  return [0, 1, 2, 3, 4, 5].map((back) => ({ value: String(year - back), label: String(year - back) }));
}

/** What the URL says, or the last session that has opened, or this year. */
export function chosenPeriod(
  search: { basis?: string; period?: string },
  sessions: readonly Session[],
  today = beijing(),
): Period {
  const basis: Basis = search.basis === 'YEAR' || sessions.length === 0 ? 'YEAR' : 'SESSION';
  const choices = periodsOf(basis, sessions);
  const current = sessions.findLast((each) => each.opensOn <= today) ?? sessions[0];
  const otherwise = basis === 'SESSION' ? current?.key : choices[0]?.value;
  return { basis, period: search.period ?? otherwise ?? '' };
}
