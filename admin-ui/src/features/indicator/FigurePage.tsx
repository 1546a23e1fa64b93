import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import { useSessionName } from '../../api/sessions';
import type { IndicatorItem } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { Page } from '../../ui/Page';
import { SubjectLink } from '../../ui/SubjectLink';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { dimensionsOf, FigureParts } from './FigureParts';
import { basisOf } from './period';

const route = getRouteApi('/inside/figures/$key');

/** The list behind one number. Of a rate it shows everything that was asked about, and which of them count. */
export function FigurePage() {
  const { key } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const basis = basisOf(search.basis, 'session');
  const period = search.period ?? '';
  const pages = usePages(['indicator', key, basis, period], (after) =>
    read(
      api.GET('/api/indicators/{key}/items', { params: { path: { key }, query: { basis, period, after, limit: 50 } } }),
    ),
  );
  const name = nameOf('indicator', key);
  const nameOfSession = useSessionName();
  const title = t('figure.listOf', {
    name,
    period: basis === 'session' ? nameOfSession(period) : t('figure.year', { year: period }),
  });
  const choices = dimensionsOf(pages.rows[0]?.subjectType);
  const isRate = pages.rows.some((row) => typeof row.inN === 'boolean');
  return (
    <Page
      title={title}
      note={
        <Link to="/figures" search={{ basis }}>
          {t('figure.back')}
        </Link>
      }
    >
      {choices.length > 0 && (
        <FigureParts
          figure={{ key, basis, period }}
          choices={choices}
          by={choices.find((each) => each === search.by)}
          onChange={(by) =>
            navigate({ to: '/figures/$key', params: { key }, search: { ...search, by }, replace: true })
          }
        />
      )}
      <DataTable
        name={title}
        pages={pages}
        columns={isRate ? [...columns, countedColumn] : columns}
        rowKey={(row) => `${row.id} ${row.role}`}
        empty={t('figure.emptyList')}
      />
    </Page>
  );
}

const columns: Column<IndicatorItem>[] = [
  { heading: t('proposal.caseNo'), text: (row) => row.detail.no ?? '', width: 120 },
  {
    heading: t('figure.item'),
    text: (row) => [row.detail.promise, row.detail.title].filter(Boolean).join('\n'),
    show: ({ subjectType, id, detail }) => (
      <>
        <SubjectLink type={detail.groupId ? 'READING_GROUP' : subjectType} id={detail.groupId ?? id}>
          {detail.promise ?? detail.title ?? t('figure.untitled')}
        </SubjectLink>
        {detail.promise && <div className="quiet">{detail.title}</div>}
      </>
    ),
  },
  { heading: t('assignment.unit'), text: (row) => row.detail.unit ?? '', width: 180 },
  { heading: t('figure.on'), text: (row) => row.happenedOn, width: 120 },
];

const countedColumn: Column<IndicatorItem> = {
  heading: t('figure.counted'),
  text: (row) => (row.inN ? t('common.yes') : t('common.no')),
  width: 120,
};
