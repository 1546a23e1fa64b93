import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { api, read } from '../api/client';
import { type MessageKey, t } from './text';

/** Words that the committee's list warns of: people decide what they mean, and nothing is blocked. */
export function SecrecyHits({ words, says }: { words: readonly string[]; says: MessageKey }) {
  if (words.length === 0) return null;
  return (
    <Alert type="warning" showIcon className="form-note" title={t(says, { words: words.join(t('common.and')) })} />
  );
}

/** The same for what is being written and no server has seen yet. */
export function useSecrecyHits(written: unknown): string[] {
  const { data } = useQuery({ queryKey: ['settings'], queryFn: () => read(api.GET('/api/settings')) });
  return hitsIn(written, data?.find((each) => each.key === 'proposal.secrecy-words')?.value);
}

/** Those of the list that stand anywhere in the values of a form. */
export function hitsIn(written: unknown, list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  const texts = textsOf(written);
  return list.filter((word) => typeof word === 'string' && texts.some((text) => text.includes(word)));
}

function textsOf(written: unknown): string[] {
  if (typeof written === 'string') return [written];
  return written && typeof written === 'object' ? Object.values(written).flatMap(textsOf) : [];
}
