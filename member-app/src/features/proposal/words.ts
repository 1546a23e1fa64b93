import type { Assignment, Proposal, RatingGiven } from '../../api/types';
import { type TextKey, t, tOr } from '../../text/t';
import { type Fields, withoutEmptyRows } from './fields';

/** Those that have the matter, or had it to the end. */
export function held<A extends Pick<Assignment, 'status'>>(assignments: readonly A[]): A[] {
  return assignments.filter(({ status }) => status !== 'RETURNED' && status !== 'CANCELLED');
}

type Standing = Pick<Proposal, 'status'> & {
  assignments: ReadonlyArray<Pick<Assignment, 'status' | 'unitName' | 'rating' | 'can'>>;
};

/** Where it stands. Only who is asked to rate reads that he is, and nobody that silence was a rating. */
export function standingWords({ status, assignments }: Standing): string {
  const here = held(assignments);
  const units = here.map(({ unitName }) => unitName).join(t('comma'));
  const rates = here.some(({ can }) => can.includes('rate'));
  if (status === 'AWAITING_FEEDBACK' && rates) return t('standing.toRate', { units });
  if (status === 'FEEDBACK_IN' && here.some(({ rating }) => rating?.result === 'NO_RESPONSE')) {
    return t('standing.notRated');
  }
  if (status === 'FEEDBACK_IN' && rates) return t('standing.rated');
  return tOr(`standing.${status}`, 'status.other', { units });
}

/** How its author gives a draft up, by what the service allows; before it has said, as what was never handed in. */
export function endOf(can: readonly string[] | undefined): 'delete' | 'withdraw' | null {
  if (!can || can.includes('delete')) return 'delete';
  return can.includes('withdraw') ? 'withdraw' : null;
}

/** What taking one's last step back does, by the state that the step led to. */
export function takeBackWords(status: Proposal['status']): TextKey {
  if (status === 'SUBMITTED') return 'proposal.takeBackSubmission';
  return status === 'WITHDRAWN' ? 'proposal.takeBackWithdrawal' : 'proposal.takeBackStep';
}

/** What follows from what is about to be said of a reply, by the committee's rules; null where nothing does. */
export function consequence(
  { attitude, result }: Pick<RatingGiven, 'attitude' | 'result'>,
  rules: Assignment['rehandling'],
): TextKey | null {
  const asks = result === 'NOT_SATISFIED' || (rules?.byAttitude === true && attitude === 'NOT_SATISFIED');
  if (!asks) return null;
  if (rules?.lastRound) return 'rating.lastRound';
  return rules?.byAttitude ? 'rating.consequenceEither' : 'rating.consequence';
}

/** The characters of situation and analysis, as the service counts them. */
export function textLength({ situation, analysis }: Pick<Fields, 'situation' | 'analysis'>): number {
  return [...situation].length + [...analysis].length;
}

/** Whether the text has what a submission needs; the limits are the committee's, as wide as can be while they are not known. */
export function isWhole(fields: Fields, textMin: number, textMax: number): boolean {
  return (
    fields.title.trim() !== '' &&
    fields.situation.trim() !== '' &&
    textLength(fields) >= textMin &&
    textLength(fields) <= textMax &&
    withoutEmptyRows(fields).length > 0
  );
}

const daysToAnswer = 30;

/** The last day until which somebody may be asked to answer, as the service counts. */
export function lastToAnswer(today: string): string {
  return new Date(Date.parse(today) + daysToAnswer * 86_400_000).toISOString().slice(0, 10);
}

/** Whether the service would refuse the day; none is the committee's usual time. */
export function outOfTime(answerBy: string, today: string): boolean {
  return answerBy !== '' && (answerBy < today || answerBy > lastToAnswer(today));
}
