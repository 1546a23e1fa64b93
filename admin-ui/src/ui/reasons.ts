import { useQuery } from '@tanstack/react-query';
import { api, read } from '../api/client';
import { isRecord } from '../api/problem';

interface Reason {
  value: string;
  label: string;
}

/** The reasons this committee chooses from, as one of its settings has them. */
export function useReasons(setting: string): Reason[] {
  const { data } = useQuery({ queryKey: ['settings'], queryFn: () => read(api.GET('/api/settings')) });
  return reasonsFrom(data?.find((each) => each.key === setting)?.value);
}

export function reasonsFrom(value: unknown): Reason[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .flatMap(({ code, text }) => (typeof code === 'string' ? [{ value: code, label: String(text ?? code) }] : []));
}
