import { ExclamationCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Empty, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { api, read } from '../../api/client';
import type { GridRow, RosterWeek } from '../../api/types';
import { day, today } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { Written } from '../../ui/Written';
import { Gap } from './Gap';

const route = getRouteApi('/inside/reading/roster');
const weeksShown = 8;

/** Weeks by groups: who hosts, and where nobody does. */
export function RosterGridPage() {
  const { from } = route.useSearch();
  const navigate = route.useNavigate();
  const first = from ?? today();
  const { data, error, refetch } = useQuery({
    queryKey: ['reading-roster', first],
    queryFn: () => read(api.GET('/api/reading-roster', { params: { query: { from: first, weeks: weeksShown } } })),
  });
  const move = (weeks: number) => navigate({ search: { from: dayjs(first).add(weeks, 'week').format('YYYY-MM-DD') } });
  const gaps = data?.rows.reduce((sum, row) => sum + row.gaps, 0) ?? 0;
  return (
    <Page
      title={t('rosterGrid.title')}
      note={<Link to="/reading">{t('reading.backToList')}</Link>}
      actions={
        <>
          <Button onClick={() => move(-weeksShown)}>{t('rosterGrid.earlier')}</Button>
          <Button onClick={() => move(weeksShown)}>{t('rosterGrid.later')}</Button>
          <Button onClick={() => window.print()}>{t('common.print')}</Button>
        </>
      }
    >
      <Problem error={error} retry={() => refetch()} />
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data?.rows.length === 0 && <Empty description={t('rosterGrid.empty')} />}
      {data && data.rows.length > 0 && (
        <>
          <p className={gaps > 0 ? 'overdue' : 'quiet'}>
            {gaps > 0 ? (
              <>
                <ExclamationCircleFilled /> {t('rosterGrid.gaps', { count: gaps })}
              </>
            ) : (
              t('rosterGrid.noGaps')
            )}
          </p>
          <div className="roster-grid">
            <table>
              <caption className="print-only">{t('rosterGrid.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('reading.theme')}</th>
                  {data.mondays.map((monday) => (
                    <th key={monday} scope="col">
                      {t('rosterGrid.weekOf', { day: day(monday).slice(5) })}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row) => (
                  <GroupRow key={row.groupId} row={row} mondays={data.mondays} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Page>
  );
}

function GroupRow({ row, mondays }: { row: GridRow; mondays: readonly string[] }) {
  const weeks = new Map(row.weeks.map((week) => [week.monday, week]));
  return (
    <tr>
      <th scope="row">
        <Link to="/reading/$id" params={{ id: row.groupId }}>
          <Written as="span" look="" text={row.theme} />
        </Link>
      </th>
      {mondays.map((monday) => (
        <WeekCell key={monday} week={weeks.get(monday)} />
      ))}
    </tr>
  );
}

function WeekCell({ week }: { week: RosterWeek | undefined }) {
  if (!week) return <td className="quiet">{t('rosterGrid.notRunning')}</td>;
  return (
    <td className={week.alarm ? 'alarm' : ''}>
      {week.hosts.join(t('common.and'))} {week.gap && <Gap week={week} />}
    </td>
  );
}
