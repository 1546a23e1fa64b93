import { useQuery } from '@tanstack/react-query';
import { nameOf } from '../ui/text';
import { api, read } from './client';

/** The categories of this committee's proposals; none while they are on their way. */
export function useCategories(): { code: string; name: string }[] {
  const { data } = useQuery({
    queryKey: ['proposal-categories'],
    queryFn: () => read(api.GET('/api/proposal-categories')),
    staleTime: 300_000,
  });
  return data ?? [];
}

/** What a category is called here; a standard one that is in the list no more keeps its name, any other its own words. */
export function useCategoryName(): (code: string) => string {
  const categories = useCategories();
  return (code) => categories.find((each) => each.code === code)?.name ?? nameOf('proposal.category', code);
}
