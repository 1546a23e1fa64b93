import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { Spin } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { api, credentials, read } from '../api/client';
import { SessionContext } from '../api/session';
import type { Me } from '../api/types';
import { Problem } from '../ui/Problem';
import { t } from '../ui/text';
import type { Auth } from './auth';
import { ClosedPage } from './ClosedPage';

const chosenSeat = 'tongxin.seat';

/** Knows who is here and in which seat; below it everything is read and kept under that seat. */
export function SessionGate({ auth, children }: { auth: Auth; children: ReactNode }) {
  const client = useQueryClient();
  const { data: me, error, refetch } = useQuery({ queryKey: ['me'], queryFn: () => read(api.GET('/api/me')) });
  const [wanted, setWanted] = useState(() => sessionStorage.getItem(chosenSeat));
  const seat = me && pickSeat(me, wanted);
  const closed = seat ? undefined : me?.closed[0];
  credentials.seatId = (seat ?? closed)?.id;

  const session = useMemo(
    () =>
      me && {
        me,
        seat,
        chooseSeat: (id: string) => {
          sessionStorage.setItem(chosenSeat, id);
          setWanted(id);
        },
        refresh: () => void client.invalidateQueries({ queryKey: ['me'] }),
        signOut: () => void auth.logOut(),
      },
    [me, seat, client, auth],
  );

  if (error) {
    return (
      <main className="plain">
        <Problem error={error} retry={() => refetch()} />
      </main>
    );
  }
  if (!session) return <Spin fullscreen description={t('common.loading')} />;
  if (seat?.needsStepUp || closed?.needsStepUp) return <StepUp auth={auth} />;
  if (closed) return <ClosedPage name={closed.committee.name} onLeave={session.signOut} />;
  return (
    <SessionContext value={session}>
      <SeatStore key={seat?.id}>{children}</SeatStore>
    </SessionContext>
  );
}

/** A query store of its own for each seat: nothing read in one seat is shown in another. */
function SeatStore({ children }: { children: ReactNode }) {
  const [client] = useState(newQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function StepUp({ auth }: { auth: Auth }) {
  useQuery({ queryKey: ['step-up'], queryFn: () => auth.logIn('2') });
  return <Spin fullscreen description={t('auth.steppingUp')} />;
}

export function newQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 10_000 } } });
}

/** The seat chosen before in this tab, else the first that has office work, else the first. */
export function pickSeat(me: Me, wanted: string | null): Me['seats'][number] | undefined {
  return (
    me.seats.find((seat) => seat.id === wanted) ??
    me.seats.find((seat) => seat.roles.some((role) => role !== 'MEMBER')) ??
    me.seats[0]
  );
}
