import type { OpinionReport, OpinionStatus, OutcomeKind, OutcomeLevel } from '../../api/types';

/** In the order of the work. */
export const opinionStatuses: readonly OpinionStatus[] = [
  'SUBMITTED',
  'EDITING',
  'IN_APPROVAL',
  'ISSUED',
  'FORWARDED',
  'CLOSED',
  'RETAINED',
  'NOT_USED',
  'WITHDRAWN',
];

export const opinionKinds: readonly OpinionReport['kind'][] = ['REPORT', 'MICRO'];
export const urgencies: readonly OpinionReport['urgency'][] = ['NORMAL', 'URGENT'];
export const outcomeKinds: readonly OutcomeKind[] = ['USED', 'INSTRUCTION', 'RESOLVED', 'MEDIA', 'FORWARDED'];
export const outcomeLevels: readonly OutcomeLevel[] = ['COUNTY', 'PREFECTURE', 'PROVINCE', 'NATIONAL'];

/** The moves in the order of the workflow; what is in no order is never offered. */
const workflow = [
  'take',
  'request-approval',
  'forward',
  'send-up',
  'close',
  'send-back',
  'return',
  'retain',
  'not-use',
  'withdraw',
] as const;

export type Move = (typeof workflow)[number];

export type WordedMove = 'send-back' | 'return' | 'withdraw';
export type AnsweringMove = 'retain' | 'not-use';

export function isWorded(move: Move): move is WordedMove {
  return move === 'send-back' || move === 'return' || move === 'withdraw';
}

export function isAnswering(move: Move): move is AnsweringMove {
  return move === 'retain' || move === 'not-use';
}

/** A move that leads on in the workflow; the others undo or refuse, and are never the main button. */
export function leadsOn(move: Move): boolean {
  return !isWorded(move) && !isAnswering(move);
}

export function movesOf(can: readonly string[]): Move[] {
  return workflow.filter((move) => can.includes(move));
}

/** The text as a bulletin prints it. */
export function paragraphs({ situation, analysis, suggestions }: OpinionReport['text']): string {
  return [situation, analysis, suggestions].filter((part) => part.trim()).join('\n');
}
