import { tIf } from '../../text/t';

export const categories = ['ECONOMY', 'POLITICS', 'CULTURE', 'SOCIETY', 'ECOLOGY', 'OTHER'] as const;

/** A category in words; imported proposals carry their committee's own. */
export function categoryName(category: string): string {
  return tIf(`category.${category}`) ?? category;
}
