import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { api, read } from '../../api/client';
import type { Seat } from '../../api/types';
import { prose } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { SeatMoves } from './SeatMoves';
import { SeatRoles } from './SeatRoles';

const route = getRouteApi('/inside/seats/$id');

export function SeatPage() {
  const { id } = route.useParams();
  const {
    data: seat,
    error,
    refetch,
  } = useQuery({
    queryKey: ['seat', id],
    queryFn: () => read(api.GET('/api/seats/{id}', { params: { path: { id } } })),
  });
  if (!seat) {
    return (
      <Page title={t('seat.one')}>
        {error ? <Problem error={error} retry={() => refetch()} /> : <Skeleton active />}
      </Page>
    );
  }
  return (
    <Page title={seat.name} note={<Link to="/seats">{t('seat.backToList')}</Link>}>
      <div className="matter">
        <div>
          <Facts seat={seat} />
          <SeatRoles seat={seat} />
        </div>
        <aside className="aside">
          <Card title={t('seat.statusLabel')}>
            <p className="strong">
              <State family="seat.status" code={seat.status} />
            </p>
            {seat.activatedOn && <p className="quiet">{t('seat.activatedOn', { day: prose(seat.activatedOn) })}</p>}
            {seat.endedOn && (
              <p className="quiet">
                {t('seat.endedOn', {
                  day: prose(seat.endedOn),
                  reason: nameOf('seat.endReason', seat.endReason ?? ''),
                })}
              </p>
            )}
          </Card>
          <SeatMoves key={seat.version} seat={seat} />
        </aside>
      </div>
    </Page>
  );
}

function Facts({ seat }: { seat: Seat }) {
  const rows: [string, string | undefined][] = [
    [t('seat.name'), seat.name],
    [t('seat.nativeName'), seat.nativeName],
    [t('seat.sex'), seat.sex && nameOf('sex', seat.sex)],
    [t('seat.sector'), seat.sector],
    [t('seat.specialCommittee'), seat.specialCommittee],
    [t('seat.position'), seat.position],
    [t('seat.unit'), seat.unitName],
    [t('seat.phone'), seat.phone],
    [t('seat.term'), seat.term],
    [t('seat.account'), seat.hasAccount ? t('seat.hasAccount') : t('seat.noAccount')],
  ];
  return (
    <Card title={t('seat.facts')}>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <Fact key={label} label={label} value={value} />
        ))}
      </dl>
    </Card>
  );
}

function Fact({ label, value }: { label: string; value: string | undefined }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value || <span className="quiet">{t('common.none')}</span>}</dd>
    </>
  );
}
