import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';

export interface PageOf<Row> {
  items: Row[];
  next?: string | null;
  total?: number | null;
}

export interface Pages<Row> {
  readonly rows: Row[];
  /** Which list it is: another filter makes another one. */
  readonly key: string;
  readonly state: Pick<
    UseInfiniteQueryResult,
    'isPending' | 'isFetching' | 'error' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage' | 'refetch'
  >;
  readonly fetchPage: (after: string | undefined) => Promise<PageOf<Row>>;
}

/** A keyset-paged list: what has been read so far, and how to read on. */
export function usePages<Row>(
  key: readonly unknown[],
  fetchPage: (after: string | undefined) => Promise<PageOf<Row>>,
): Pages<Row> {
  const first: string | undefined = undefined;
  const state = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => fetchPage(pageParam),
    initialPageParam: first,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { rows: state.data?.pages.flatMap((page) => page.items) ?? [], key: JSON.stringify(key), state, fetchPage };
}

/** Every row of a list, page by page: for exports and nothing else. */
export async function allRows<Row>(fetchPage: Pages<Row>['fetchPage']): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await fetchPage(after);
    rows.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  return rows;
}
