import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { api, read } from '../../api/client';
import type { Seat } from '../../api/types';
import { prose } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { EditSeatModal } from './SeatModal';
import { SeatMoves } from './SeatMoves';
import { SeatRoles } from './SeatRoles';
import { phoneOf } from './seat';

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
          <Standing seat={seat} />
          <SeatMoves key={`${seat.id} ${seat.status}`} seat={seat} />
        </aside>
      </div>
    </Page>
  );
}

function Standing({ seat }: { seat: Seat }) {
  return (
    <Card title={t('seat.statusLabel')}>
      <p className="strong">
        <State family="seat.status" code={seat.status} />
      </p>
      {seat.endReason && <p>{nameOf('seat.endReason', seat.endReason)}</p>}
      {seat.decisionDocument && (
        <p className="quiet">{t('seat.decision', { document: seat.decisionDocument, day: prose(seat.decidedOn) })}</p>
      )}
    </Card>
  );
}

function Facts({ seat }: { seat: Seat }) {
  const [editing, setEditing] = useState(false);
  const rows: [string, ReactNode][] = [
    [t('seat.name'), seat.name],
    [t('seat.nativeName'), seat.nativeName],
    [t('seat.sex'), seat.sex && nameOf('sex', seat.sex)],
    [t('seat.birth'), seat.birth],
    [t('seat.ethnicity'), seat.ethnicity],
    [t('seat.sector'), seat.sector?.name],
    [t('seat.specialCommittee'), seat.specialCommittees.map((each) => each.name).join(t('common.and'))],
    [t('seat.employment'), seat.employment],
    [t('seat.phone'), seat.phone && <Phone key={seat.version} seat={seat} />],
    [t('seat.term'), seat.termNo ? t('seat.termOf', { no: seat.termNo }) : ''],
    [t('seat.account'), seat.claimed ? t('seat.hasAccount') : t('seat.noAccount')],
  ];
  return (
    <Card
      title={t('seat.facts')}
      extra={seat.can.includes('edit') && <Button onClick={() => setEditing(true)}>{t('common.edit')}</Button>}
    >
      <dl className="facts">
        {rows.map(([label, value]) => (
          <Fact key={label} label={label} value={value} />
        ))}
      </dl>
      {editing && <EditSeatModal seat={seat} onClose={() => setEditing(false)} />}
    </Card>
  );
}

/** Masked until somebody who keeps the roster asks, which is logged. */
function Phone({ seat }: { seat: Seat }) {
  const show = useMutation({ mutationFn: () => phoneOf(seat.id) });
  return (
    <span className="row">
      {show.data ?? seat.phone}
      {!show.data && (
        <>
          <Button size="small" loading={show.isPending} onClick={() => show.mutate()}>
            {t('seat.showPhone')}
          </Button>
          <span className="quiet">{t('seat.phoneLogged')}</span>
        </>
      )}
      <Problem error={show.error} />
    </span>
  );
}

function Fact({ label, value }: { label: string; value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value || <span className="quiet">{t('common.none')}</span>}</dd>
    </>
  );
}
