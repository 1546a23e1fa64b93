import { useQuery } from '@tanstack/react-query';
import { api, read } from './client';
import type { Section } from './types';

/** The sectors of this committee; none while they are on their way. */
export function useSectors(): Section[] {
  const { data } = useQuery({ queryKey: ['sectors'], queryFn: () => read(api.GET('/api/sectors')) });
  return data ?? [];
}

/** Its special committees; none while they are on their way. */
export function useSpecialCommittees(): Section[] {
  const { data } = useQuery({
    queryKey: ['special-committees'],
    queryFn: () => read(api.GET('/api/special-committees')),
  });
  return data ?? [];
}
