import { useQuery } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import { isRecord } from '../../api/problem';
import { t } from '../../ui/text';

/** The letters that this committee prints on a reply, with what each means there. */
export function useGradeLetters(): { value: string; label: string }[] {
  const { data } = useQuery({ queryKey: ['settings'], queryFn: () => read(api.GET('/api/settings')) });
  return lettersFrom(data?.find((setting) => setting.key === 'handling.grade-letters')?.value);
}

export function lettersFrom(value: unknown): { value: string; label: string }[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .flatMap(({ letter, meaning }) =>
      typeof letter === 'string'
        ? [{ value: letter, label: t('reply.letter', { letter, meaning: String(meaning ?? '') }) }]
        : [],
    );
}
