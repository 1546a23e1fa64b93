import { useQuery } from '@tanstack/react-query';
import { api, read } from './client';

/** The sectors of this committee; none while they are on their way. */
export function useSectors(): { id: string; name: string }[] {
  const { data } = useQuery({ queryKey: ['sectors'], queryFn: () => read(api.GET('/api/sectors')) });
  return data ?? [];
}
