import { api, got } from '../../api/client';
import { question } from '../../api/remote';
import type { PlenarySession } from '../../api/types';
import { tIf } from '../../text/t';

export const plenarySessions = question(() => got(api.GET('/api/sessions')));

export const categories = ['ECONOMY', 'POLITICS', 'CULTURE', 'SOCIETY', 'ECOLOGY', 'OTHER'] as const;

/** A category in words; imported proposals carry their committee's own. */
export function categoryName(category: string): string {
  return tIf(`category.${category}`) ?? category;
}

/** What a proposal submitted now will count as; the server decides again when it arrives. */
export function countsAs(sessions: readonly PlenarySession[], now: Date): 'PLENARY' | 'INTERSESSION' {
  const today = new Date(now.getTime() + 8 * 3600_000).toISOString().slice(0, 10);
  const isOpen = sessions.some(
    ({ proposalWindowOpensOn: from, proposalCutoffAt: until }) =>
      from && until && from <= today && now.getTime() < new Date(until).getTime(),
  );
  return isOpen ? 'PLENARY' : 'INTERSESSION';
}
