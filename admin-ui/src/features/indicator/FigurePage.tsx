import { getRouteApi, Link } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import type { IndicatorItem } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { day } from '../../ui/format';
import { Page } from '../../ui/Page';
import { SubjectLink } from '../../ui/SubjectLink';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { useSessions } from './PeriodBar';
import { chosenPeriod } from './period';

const route = getRouteApi('/inside/figures/$key');

/** The list behind one number. */
export function FigurePage() {
  const { key } = route.useParams();
  const search = route.useSearch();
  const { data: sessions = [] } = useSessions();
  const period = chosenPeriod(search, sessions);
  const pages = usePages(['indicator', key, period], (after) =>
    read(api.GET('/api/indicators/{key}/items', { params: { path: { key }, query: { ...period, after, limit: 50 } } })),
  );
  const name = nameOf('indicator', key);
  return (
    <Page
      title={t('figure.listOf', { name, period: period.period })}
      note={
        <Link to="/figures" search={search}>
          {t('figure.back')}
        </Link>
      }
    >
      <DataTable
        name={name}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.subjectId}
        empty={t('figure.emptyList')}
      />
    </Page>
  );
}

const columns: Column<IndicatorItem>[] = [
  {
    heading: t('figure.item'),
    text: (row) => row.title,
    show: (row) => (
      <SubjectLink type={row.subjectType} id={row.subjectId}>
        {row.title}
      </SubjectLink>
    ),
  },
  { heading: t('figure.on'), text: (row) => day(row.on), width: 120 },
];
