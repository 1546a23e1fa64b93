import type { Assignment, KeyStep, Proposal, ProposalStatus } from '../../api/types';

type Kind = NonNullable<Proposal['kind']>;

export const proposalKinds: readonly Kind[] = ['PLENARY', 'INTERSESSION'];

export const proponentKinds: readonly Proposal['proponentKind'][] = [
  'MEMBER',
  'PARTY',
  'ORGANIZATION',
  'SPECIAL_COMMITTEE',
  'SECTOR',
  'GROUP',
];

/** The stage's day has passed, or that on which the proponent was to know the result. */
export const lates: readonly ('REVIEW' | 'RESULT')[] = ['REVIEW', 'RESULT'];

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

/** Where it goes to somebody who can be named. */
export function goesToSomebody(disposition: unknown): boolean {
  return disposition === 'TO_MEMBER_LETTER' || disposition === 'TO_UPPER_MEMBER';
}

export const dispositions = ['TO_OPINION_REPORT', 'TO_MEMBER_LETTER', 'TO_UPPER_MEMBER', 'ARCHIVE'] as const;

/** What a key proposal is pushed with, in order. */
export const keySteps: readonly KeyStep[] = ['NOTICE', 'FIRST_MEETING', 'SECOND_MEETING'];

/** The moves in the order of the workflow; what is in no order is never offered. */
const workflow = [
  'submit',
  'edit',
  'enter-signatures',
  'answer-conversion',
  'appeal',
  'decide-withdrawal',
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
  'edit',
  'enter-signatures',
  'appeal',
];

/** A move that leads on in the workflow; the others undo, refuse or mark, and are never the main button. */
export function leadsOn(move: Move): boolean {
  return !backward.includes(move);
}

/** Moves that need no more than the click. */
export function isDirect(move: Move): boolean {
  return move === 'accept' || move === 'review' || move === 'file' || move === 'close' || move === 'take-back';
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

/** How units are named: alone, one that leads with assistants, several that each answer; or assistants to who leads. */
export type AssignWay = 'SOLE' | 'LEAD' | 'SEPARATE' | 'ASSIST';

export const firstWays: readonly AssignWay[] = ['SOLE', 'LEAD', 'SEPARATE'];

/** In which ways more units may be named beside those that have it; none beside one that has it alone. */
export function waysToAssign(assignments: readonly Pick<Assignment, 'role' | 'status'>[]): readonly AssignWay[] {
  const live = assignments.filter(({ status }) => status !== 'RETURNED' && status !== 'CANCELLED');
  const has = (role: Assignment['role']) => live.some((each) => each.role === role);
  if (has('SOLE')) return [];
  if (has('LEAD')) return ['ASSIST'];
  if (has('SEPARATE')) return ['SEPARATE'];
  return live.length > 0 ? ['LEAD'] : firstWays;
}
