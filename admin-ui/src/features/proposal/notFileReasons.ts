import { useQuery } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import { isRecord } from '../../api/problem';

/** The reasons this committee chooses from, as its settings have them. */
export function useNotFileReasons(): { value: string; label: string }[] {
  const { data } = useQuery({ queryKey: ['settings'], queryFn: () => read(api.GET('/api/settings')) });
  return reasonsFrom(data?.find((setting) => setting.key === 'proposal.not-file-reasons')?.value);
}

export function reasonsFrom(value: unknown): { value: string; label: string }[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .flatMap(({ code, text }) => (typeof code === 'string' ? [{ value: code, label: String(text ?? code) }] : []));
}
