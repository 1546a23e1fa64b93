import type { ReadingSession, Swap } from '../../api/types';

const moves = ['lead', 'edit', 'reassign', 'cancel', 'unlead'] as const;
export type SessionMove = (typeof moves)[number];

const steps = ['ACCEPT', 'CONFIRM', 'DECLINE', 'WITHDRAW'] as const;

/** The buttons of a session in their order; what has not begun cannot have been held. */
export function sessionMoves({ can, startsOn }: Pick<ReadingSession, 'can' | 'startsOn'>, today: string) {
  return moves.filter((move) => can.includes(move) && (move !== 'lead' || startsOn <= today));
}

/** What I may say to a swap; the server names the steps in small letters. */
export function swapSteps({ can }: Pick<Swap, 'can'>) {
  return steps.filter((step) => can.includes(step.toLowerCase()));
}
