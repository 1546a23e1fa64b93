import { getRouteApi, Link } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import { useSessionName } from '../../api/sessions';
import type { IndicatorItem } from '../../api/types';
import { useUnits } from '../../api/units';
import { type Column, DataTable } from '../../ui/DataTable';
import { Page } from '../../ui/Page';
import { SubjectLink } from '../../ui/SubjectLink';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { basisOf } from './period';
import { unitFigures } from './UnitFiguresPage';

const route = getRouteApi('/inside/figures/units/$unitId/$figure');

/** What one number in the table of the units counted. */
export function UnitFigurePage() {
  const { unitId, figure: asked } = route.useParams();
  const search = route.useSearch();
  const figure = unitFigures.find((each) => each === asked) ?? 'ASSIGNED';
  const basis = basisOf(search.basis, 'session');
  const period = search.period ?? '';
  const pages = usePages(['unit-figures', unitId, figure, basis, period], (after) =>
    read(
      api.GET('/api/unit-figures/{unitId}/{figure}', {
        params: { path: { unitId, figure }, query: { basis, period, after, limit: 50 } },
      }),
    ),
  );
  const nameOfSession = useSessionName();
  const unit = useUnits().find(({ id }) => id === unitId)?.name ?? pages.rows[0]?.detail.unit ?? '';
  const title = t('unitFigure.listOf', {
    unit,
    name: nameOf('unitFigure', figure),
    period: basis === 'session' ? nameOfSession(period) : t('figure.year', { year: period }),
  });
  return (
    <Page
      title={title}
      note={
        <Link to="/figures/units" search={{ basis, period }}>
          {t('unitFigure.back')}
        </Link>
      }
    >
      <DataTable
        name={title}
        pages={pages}
        columns={figure === 'RETURNED' || figure === 'DAYS_LOST' ? [...columns, daysColumn] : columns}
        rowKey={(row) => row.id}
        empty={t('figure.emptyList')}
      />
    </Page>
  );
}

const columns: Column<IndicatorItem>[] = [
  { heading: t('proposal.caseNo'), text: (row) => row.detail.no ?? '', width: 120 },
  {
    heading: t('figure.item'),
    text: (row) => row.detail.title ?? '',
    show: ({ subjectType, id, detail }) => (
      <SubjectLink type={subjectType} id={id}>
        {detail.title ?? t('figure.untitled')}
      </SubjectLink>
    ),
  },
  { heading: t('figure.on'), text: (row) => row.happenedOn, width: 120 },
];

const daysColumn: Column<IndicatorItem> = {
  heading: t('unitFigure.DAYS_LOST'),
  text: (row) => row.detail.days ?? '',
  width: 160,
  align: 'end',
};
