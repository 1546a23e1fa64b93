import { usePresentSession, useSessions } from '../../api/sessions';
import { t } from '../../ui/text';
import { type Basis, basisOf, years } from './period';
import { useUsualBasis } from './useUsualBasis';

/** The one period that a page is about, as its address says, else the present one; and those to choose from. */
export function usePeriod(search: { basis?: string; period?: string }): {
  basis: Basis;
  period: string;
  periods: { value: string; label: string }[];
} {
  const basis = basisOf(search.basis, useUsualBasis());
  const sessions = useSessions();
  const present = usePresentSession();
  const usual = basis === 'year' ? years()[0] : (present?.key ?? sessions[0]?.key);
  return {
    basis,
    period: search.period ?? usual ?? '',
    periods:
      basis === 'year'
        ? years().map((value) => ({ value, label: t('figure.year', { year: value }) }))
        : sessions.map(({ key, name }) => ({ value: key, label: name })),
  };
}
