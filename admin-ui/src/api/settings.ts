import { useQuery } from '@tanstack/react-query';
import { api, read } from './client';

/** Reads numbers that the committee's settings have; none while they are on their way. */
export function useNumbers(): (key: string) => number | undefined {
  const { data } = useQuery({ queryKey: ['settings'], queryFn: () => read(api.GET('/api/settings')) });
  return (key) => {
    const value = data?.find((each) => each.key === key)?.value;
    return typeof value === 'number' ? value : undefined;
  };
}
