import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { actAs, api, dropToken, got, onRefusedDevice, refreshToken } from '../api/client';
import { ApiProblem } from '../api/problem';
import { forgetAll } from '../api/remote';
import type { Me, Seat } from '../api/types';
import { flush } from '../store/outbox';

/** Where the person stands: each state is one screen, and only IN has the rest of them. */
export type Standing =
  | { is: 'STARTING' }
  | { is: 'UNREACHABLE'; error: unknown }
  | { is: 'OUT' }
  | { is: 'LOCKED' }
  | { is: 'CONSENTING'; me: Me; version: string }
  | { is: 'CHOOSING'; me: Me }
  | { is: 'IN'; me: Me; seat: Seat };

type Session = {
  standing: Standing;
  /** After a log-in, an unlock or a change of what /api/me says. */
  enter: () => Promise<void>;
  choose: (seat: Seat) => void;
  chooseAgain: () => void;
  setLargeText: (on: boolean) => Promise<void>;
  lock: () => void;
  leave: () => Promise<void>;
};

const idleMinutes = 30;
const lastUsed = 'tongxin.lastUsed';
const chosenSeat = 'tongxin.seat';
const textSize = 'tongxin.size';

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of SessionProvider');
  return session;
}

/** For screens that exist only once somebody is in. */
export function useSeat(): { me: Me; seat: Seat } {
  const { standing } = useSession();
  if (standing.is !== 'IN') throw new Error('useSeat before a seat is chosen');
  return standing;
}

export function showTextSize(large: boolean): void {
  document.documentElement.dataset.size = large ? 'large' : 'normal';
  localStorage.setItem(textSize, large ? 'large' : 'normal');
}

export function textIsLarge(): boolean {
  return localStorage.getItem(textSize) === 'large';
}

function wasIdle(): boolean {
  const used = Number(localStorage.getItem(lastUsed) ?? 0);
  return used > 0 && Date.now() - used > idleMinutes * 60_000;
}

async function standingOf(): Promise<Standing> {
  const [me, about] = await Promise.all([got(api.GET('/api/me')), got(api.GET('/api/about'))]);
  showTextSize(me.account.largeText);
  if (me.account.consentVersion !== about.privacyVersion)
    return { is: 'CONSENTING', me, version: about.privacyVersion };
  const usable = me.seats.filter((seat) => !seat.needsStepUp);
  const chosen =
    usable.find((seat) => seat.id === localStorage.getItem(chosenSeat)) ?? (usable.length === 1 ? usable[0] : null);
  return chosen ? { is: 'IN', me, seat: chosen } : { is: 'CHOOSING', me };
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [standing, setStanding] = useState<Standing>({ is: 'STARTING' });

  const stand = useCallback((next: Standing) => {
    actAs(next.is === 'IN' ? next.seat.id : '');
    localStorage.setItem(lastUsed, String(Date.now()));
    setStanding(next);
    if (next.is === 'IN') void flush();
  }, []);

  const enter = useCallback(async () => stand(await standingOf()), [stand]);

  const lock = useCallback(() => {
    dropToken();
    setStanding((now) => (now.is === 'OUT' || now.is === 'STARTING' ? now : { is: 'LOCKED' }));
  }, []);

  useEffect(() => {
    onRefusedDevice(lock);
    if (wasIdle()) {
      setStanding({ is: 'LOCKED' });
      return;
    }
    refreshToken()
      .then(enter)
      .catch((error: unknown) => {
        setStanding(error instanceof ApiProblem && error.status < 500 ? { is: 'OUT' } : { is: 'UNREACHABLE', error });
      });
  }, [enter, lock]);

  const isIn = standing.is === 'IN';
  useEffect(() => {
    if (!isIn) return;
    const use = () => localStorage.setItem(lastUsed, String(Date.now()));
    const look = () => wasIdle() && lock();
    const timer = setInterval(look, 15_000);
    document.addEventListener('visibilitychange', look);
    for (const sign of ['pointerdown', 'keydown', 'scroll']) document.addEventListener(sign, use, { passive: true });
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      for (const sign of ['pointerdown', 'keydown', 'scroll']) document.removeEventListener(sign, use);
    };
  }, [isIn, lock]);

  const session = useMemo<Session>(
    () => ({
      standing,
      enter,
      lock,
      choose: (seat) => {
        localStorage.setItem(chosenSeat, seat.id);
        setStanding((now) => {
          if (!('me' in now)) return now;
          actAs(seat.id);
          return { is: 'IN', me: now.me, seat };
        });
        void flush();
      },
      chooseAgain: () => setStanding((now) => ('me' in now ? { is: 'CHOOSING', me: now.me } : now)),
      setLargeText: async (largeText) => {
        showTextSize(largeText);
        await api.PUT('/api/me/preferences', { body: { largeText } });
      },
      leave: async () => {
        await api.POST('/api/login/logout');
        localStorage.removeItem(chosenSeat);
        localStorage.removeItem(lastUsed);
        dropToken();
        forgetAll();
        stand({ is: 'OUT' });
      },
    }),
    [standing, enter, lock, stand],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}
