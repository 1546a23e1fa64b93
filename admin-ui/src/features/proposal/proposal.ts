import type { KeyStep, Proposal, ProposalStatus } from '../../api/types';

type Kind = NonNullable<Proposal['kind']>;

export const proposalKinds: readonly Kind[] = ['PLENARY', 'INTERSESSION'];

/** The states that an office filters by, in the order of the workflow. */
export const proposalStatuses: readonly ProposalStatus[] = [
  'DRAFT',
  'SUBMITTED',
  'IN_REVIEW',
  'FILED',
  'HANDLING',
  'REPLY_REVIEW',
  'AWAITING_FEEDBACK',
  'FEEDBACK_IN',
  'REHANDLING',
  'CLOSED',
  'MERGED',
  'NOT_FILED',
  'SUPERSEDED',
  'WITHDRAWN',
];

/** As offices write them; a committee's own words are shown as they came. */
export const categories = ['ECONOMY', 'POLITICS', 'CULTURE', 'SOCIETY', 'ECOLOGY', 'OTHER'] as const;

export const dispositions = ['TO_OPINION_REPORT', 'TO_MEMBER_LETTER', 'TO_UPPER_MEMBER', 'ARCHIVE'] as const;

/** What a key proposal is pushed with, in order. */
export const keySteps: readonly KeyStep[] = ['NOTICE', 'FIRST_MEETING', 'SECOND_MEETING'];

/** The moves in the order of the workflow; what is in no order is never offered. */
const workflow = [
  'accept',
  'review',
  'file',
  'assign',
  'rehandle',
  'consult',
  'close',
  'mark-key',
  'return',
  'not-file',
  'merge',
  'split',
  'unmerge',
  'unfile',
  'withdraw',
  'take-back',
] as const;

export type Move = (typeof workflow)[number];

const backward: readonly Move[] = [
  'return',
  'not-file',
  'merge',
  'split',
  'unmerge',
  'unfile',
  'withdraw',
  'take-back',
  'mark-key',
];

/** A move that leads on in the workflow; the others undo, refuse or mark, and are never the main button. */
export function leadsOn(move: Move): boolean {
  return !backward.includes(move);
}

/** Moves that need no more than the click. */
export function isDirect(move: Move): boolean {
  return move === 'accept' || move === 'review' || move === 'file' || move === 'close';
}

/** What the server allows, in the order of the workflow; the first is the main action. */
export function movesOf(can: readonly string[]): Move[] {
  return workflow.filter((move) => can.includes(move));
}

/** The neighbours of one thing in a list, for "next" and for j and k. */
export function step<Row extends { id: string }>(rows: readonly Row[], id: string | undefined, by: 1 | -1) {
  const at = rows.findIndex((row) => row.id === id);
  if (at < 0) return rows[0];
  return rows[at + by];
}
