import { useQuery } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import type { Basis } from './period';

/** By what this committee counts unless somebody asks otherwise, as its setting says. */
export function useUsualBasis(): Basis {
  const { data } = useQuery({ queryKey: ['settings'], queryFn: () => read(api.GET('/api/settings')) });
  return data?.find(({ key }) => key === 'statistics.period')?.value === 'YEAR' ? 'year' : 'session';
}
