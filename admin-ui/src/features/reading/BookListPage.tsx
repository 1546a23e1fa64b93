import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Book } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { FilterBar } from '../../ui/FilterBar';
import { day } from '../../ui/format';
import { Page } from '../../ui/Page';
import { State } from '../../ui/State';
import { isOneOf } from '../../ui/search';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { BookModal } from './BookModal';
import { bookStatuses, shelves } from './book';

const route = getRouteApi('/inside/reading/books');

/** What members recommend and what is listed, the latest first. */
export function BookListPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const status = isOneOf(bookStatuses, search.status) ? search.status : undefined;
  const shelf = isOneOf(shelves, search.shelf) ? search.shelf : undefined;
  const query = { status, shelf };
  const pages = usePages(['books', status, shelf], (after) =>
    read(api.GET('/api/books', { params: { query: { ...query, after, limit: 50 } } })),
  );
  const count = async () =>
    (await read(api.GET('/api/books', { params: { query: { ...query, limit: 1, count: true } } }))).total ?? 0;
  return (
    <Page
      title={t('book.listTitle')}
      note={
        <>
          <Link to="/reading">{t('reading.backToList')}</Link> {t('book.listNote')}
        </>
      }
      actions={
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('book.create')}
        </Button>
      }
    >
      <FilterBar
        filters={filters}
        values={search}
        onChange={(values) => navigate({ to: '/reading/books', search: values, replace: true })}
      />
      <DataTable
        name={t('book.listTitle')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('book.empty')}
        count={count}
      />
      {adding && <BookModal onClose={() => setAdding(false)} />}
    </Page>
  );
}

const filters = [
  {
    name: 'status' as const,
    label: t('book.statusLabel'),
    choices: bookStatuses.map((value) => ({ value, label: nameOf('book.status', value) })),
  },
  {
    name: 'shelf' as const,
    label: t('book.shelfLabel'),
    choices: shelves.map((value) => ({ value, label: nameOf('book.shelf', value) })),
  },
];

const columns: Column<Book>[] = [
  {
    heading: t('book.title'),
    text: (row) => row.title,
    show: (row) => (
      <Link to="/reading/books/$id" params={{ id: row.id }} className="cell-title">
        {row.title}
      </Link>
    ),
  },
  { heading: t('book.author'), text: (row) => row.author, width: 140 },
  { heading: t('book.publisher'), text: (row) => row.publisher, width: 160 },
  { heading: t('book.isbn'), text: (row) => row.isbn, width: 150 },
  {
    heading: t('book.statusLabel'),
    text: (row) => nameOf('book.status', row.status),
    show: (row) => <State family="book.status" code={row.status} />,
    width: 110,
  },
  { heading: t('book.shelfLabel'), text: (row) => (row.shelf ? nameOf('book.shelf', row.shelf) : ''), width: 110 },
  { heading: t('book.recommender'), text: (row) => row.recommenderName, width: 110 },
  { heading: t('book.createdOn'), text: (row) => day(row.createdAt), width: 110 },
];
