import { useQuery } from '@tanstack/react-query';
import { api, read } from './client';
import type { Session } from './types';

/** The sessions of the committee, the newest first. */
export function useSessions(): Session[] {
  const { data } = useQuery({
    queryKey: ['sessions'],
    queryFn: () => read(api.GET('/api/sessions')),
    staleTime: 300_000,
  });
  return data ?? [];
}

/** The session whose period it is now; none before the first. */
export function usePresentSession(): Session | undefined {
  const { data } = useQuery({ queryKey: ['committee'], queryFn: () => read(api.GET('/api/committee')) });
  return data?.currentSession ?? undefined;
}

/** The name of 14-5; a session that is not in the list keeps its number. */
export function useSessionName(): (key: string) => string {
  const sessions = useSessions();
  return (key) => sessions.find((each) => each.key === key)?.name ?? key;
}
