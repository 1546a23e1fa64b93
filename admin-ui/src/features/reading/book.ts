import { useQuery } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import type { ReadingGroup } from '../../api/types';
import { t } from '../../ui/text';

export const bookStatuses = ['RECOMMENDED', 'REVIEWED', 'LISTED', 'DECLINED'] as const;
export const shelves = ['COMMON', 'FEATURED'] as const;

/** What a group reads, in words. */
export function booksOf({ book, books }: ReadingGroup): string {
  const titles = books.length > 0 ? books.map(({ title }) => title) : [book];
  return titles.map(bookName).join('、');
}

/** A book between its marks; one that is written with them, and with its author, stays as it is. */
export function bookName(title: string): string {
  return title.includes(t('reading.bookMark')) ? title : t('reading.bookTitle', { book: title });
}

/** The books that a group may name: the listed ones, and those that it has named already. */
export function useListedBooks(group?: ReadingGroup): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ['books', 'LISTED'],
    queryFn: () => read(api.GET('/api/books', { params: { query: { status: 'LISTED', limit: 100 } } })),
  });
  const all = new Map([...(group?.books ?? []), ...(data?.items ?? [])].map(({ id, title }) => [id, title]));
  return [...all].map(([value, label]) => ({ value, label }));
}
