import { createContext, useContext } from 'react';
import type { Me, MySeat, Role } from './types';

/** The person at the screen and the seat in which they are acting. */
export interface Session {
  readonly me: Me;
  readonly seat: MySeat | undefined;
  readonly chooseSeat: (id: string) => void;
  readonly refresh: () => void;
  readonly signOut: () => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Nobody has logged in yet.');
  return session;
}

/** For pages that only make sense inside a committee. */
export function useSeat(): MySeat {
  const { seat } = useSession();
  if (!seat) throw new Error('No seat has been chosen.');
  return seat;
}

export function useHasRole(): (...roles: Role[]) => boolean {
  const { seat } = useSession();
  return (...roles) => roles.some((role) => seat?.roles.includes(role));
}
