import { useQuery } from '@tanstack/react-query';
import { api, read } from './client';

/** The topics of this committee's reports, as a choice; none while they are on their way. */
export function useTopicChoices(): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ['opinion-topics'],
    queryFn: () => read(api.GET('/api/opinion-topics')),
    staleTime: 300_000,
  });
  return (data ?? []).map(({ code, name }) => ({ value: code, label: name }));
}
