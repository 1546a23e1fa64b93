import { useQuery } from '@tanstack/react-query';
import { api, read } from './client';
import type { Unit } from './types';

/** All units that handle proposals now, for pickers and filters: a committee has a hundred or two. */
export function useUnits(): Unit[] {
  const { data } = useQuery({ queryKey: ['units', 'all'], queryFn: allUnits, staleTime: 300_000 });
  return data ?? [];
}

async function allUnits(): Promise<Unit[]> {
  const units: Unit[] = [];
  let after: string | undefined;
  do {
    const page = await read(api.GET('/api/units', { params: { query: { after, limit: 100 } } }));
    units.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  return units;
}
