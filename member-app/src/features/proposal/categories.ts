import { api, got } from '../../api/client';
import { keptQuestion, useRemote } from '../../api/remote';
import { tIf } from '../../text/t';

/** What a committee has until it decides otherwise; shown while nothing of its own is known here. */
const standard = ['ECONOMY', 'POLITICS', 'CULTURE', 'SOCIETY', 'ECOLOGY', 'OTHER'] as const;

const categories = keptQuestion('proposal-categories', () => got(api.GET('/api/proposal-categories')));

/** A category in words; imported proposals carry their committee's own. */
export function categoryName(category: string): string {
  return tIf(`category.${category}`) ?? category;
}

/** Those that may be chosen here, by code and name. */
export function useCategories(): readonly { code: string; name: string }[] {
  const { data } = useRemote(categories);
  return data ?? standard.map((code) => ({ code, name: categoryName(code) }));
}
