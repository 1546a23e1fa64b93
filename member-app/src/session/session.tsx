import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { actAs, api, dropToken, got, onceIn, onRefusedDevice, refreshToken } from '../api/client';
import { ApiProblem } from '../api/problem';
import { forgetAll, keepSeen, recallSeen } from '../api/remote';
import type { Me, Seat } from '../api/types';
import { forgetOld, forgetSeen, sealTheRest } from '../store/db';
import { closeDrafts, syncDrafts } from '../store/drafts';
import { closeOutbox, openOutbox } from '../store/outbox';
import { dropKey, holdKey, isAnothers, recallKey } from '../store/seal';

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

/** Whether this seat is in another committee than one's own, for one reading group. */
export function isVisitor({ roles }: Seat): boolean {
  return roles.includes('VISITOR');
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

/** Who this is, and the privacy notice in force. The phone remembers it as long as it keeps the key. */
type Person = { me: Me; privacyVersion: string };
const person = 'person';
const monthAgo = () => Date.now() - 30 * 24 * 3600_000;

async function askWho(): Promise<Person> {
  const [me, about] = await Promise.all([got(api.GET('/api/me')), got(api.GET('/api/about'))]);
  showTextSize(me.account.largeText);
  await keepSeen(person, { me, privacyVersion: about.privacyVersion });
  return { me, privacyVersion: about.privacyVersion };
}

/** The person of the session that was open when the page was closed. */
async function recallWho(): Promise<Person | null> {
  return (await recallKey()) ? recallSeen<Person>(person) : null;
}

/** The phone's own store opens before anything of it is shown. */
async function open({ me }: Person): Promise<void> {
  await sealTheRest(me.seats.map((seat) => seat.id));
  await forgetOld(monthAgo());
  await openOutbox();
  void syncDrafts();
}

function standingOf({ me, privacyVersion }: Person): Standing {
  if (me.account.consentVersion !== privacyVersion) return { is: 'CONSENTING', me, version: privacyVersion };
  const usable = me.seats.filter((seat) => !seat.needsStepUp);
  const chosen =
    usable.find((seat) => seat.id === localStorage.getItem(chosenSeat)) ?? (usable.length === 1 ? usable[0] : null);
  return chosen ? { is: 'IN', me, seat: chosen } : { is: 'CHOOSING', me };
}

/** Nothing of the person can be read on this phone until he is in again; all of it is still there. */
async function shut(): Promise<void> {
  dropToken();
  putAside();
  await dropKey();
}

function putAside(): void {
  closeOutbox();
  closeDrafts();
  forgetAll();
}

/** Somebody logs in; if it is another person, nothing of the one before goes on under his key. */
async function takeKey(storeKey: string): Promise<void> {
  if (await isAnothers(storeKey)) putAside();
  await holdKey(storeKey);
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [standing, setStanding] = useState<Standing>({ is: 'STARTING' });
  /** While somebody chooses a seat, an answer from afar does not choose for him. */
  const choosing = useRef(false);

  const stand = useCallback((next: Standing) => {
    actAs(next.is === 'IN' ? next.seat.id : '');
    localStorage.setItem(lastUsed, String(Date.now()));
    setStanding(next);
  }, []);

  const enter = useCallback(async () => {
    const who = await askWho();
    await open(who);
    stand(standingOf(who));
  }, [stand]);

  const lock = useCallback(() => {
    void shut();
    setStanding((now) => (now.is === 'OUT' || now.is === 'STARTING' ? now : { is: 'LOCKED' }));
  }, []);

  /** What the phone remembers is shown at once; the network, however slow, only corrects it. */
  const start = useCallback(async () => {
    let who: Person | null = null;
    try {
      who = await recallWho();
      if (who) {
        await open(who);
        stand(standingOf(who));
      }
      await refreshToken();
      const fresh = await askWho();
      await open(fresh);
      if (choosing.current) setStanding({ is: 'CHOOSING', me: fresh.me });
      else stand(standingOf(fresh));
    } catch (error) {
      const isRefused = error instanceof ApiProblem && error.status === 401;
      if (isRefused) await shut();
      if (isRefused) setStanding({ is: 'OUT' });
      else if (!who) setStanding({ is: 'UNREACHABLE', error });
    }
  }, [stand]);

  useEffect(() => {
    onceIn(takeKey);
    onRefusedDevice(lock);
    if (!wasIdle()) void start();
    else void shut().then(() => setStanding({ is: 'LOCKED' }));
    const online = () => void syncDrafts();
    globalThis.addEventListener('online', online);
    return () => globalThis.removeEventListener('online', online);
  }, [lock, start]);

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
        choosing.current = false;
        localStorage.setItem(chosenSeat, seat.id);
        setStanding((now) => {
          if (!('me' in now)) return now;
          actAs(seat.id);
          return { is: 'IN', me: now.me, seat };
        });
      },
      chooseAgain: () => {
        choosing.current = true;
        setStanding((now) => ('me' in now ? { is: 'CHOOSING', me: now.me } : now));
      },
      setLargeText: async (largeText) => {
        showTextSize(largeText);
        await api.PUT('/api/me/preferences', { body: { largeText } });
        await askWho();
      },
      leave: async () => {
        await api.POST('/api/login/logout');
        localStorage.removeItem(chosenSeat);
        localStorage.removeItem(lastUsed);
        await shut();
        await forgetSeen();
        stand({ is: 'OUT' });
      },
    }),
    [standing, enter, lock, stand],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}
