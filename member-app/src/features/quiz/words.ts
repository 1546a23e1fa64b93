import type { Quiz } from '../../api/types';
import { t } from '../../text/t';
import { moment } from '../../text/time';

export function letter(place: number): string {
  return String.fromCharCode(65 + place);
}

/** When it is open, said from where the clock stands. */
export function windowWords(quiz: Quiz): string {
  switch (quiz.phase) {
    case 'UPCOMING':
      return t('quiz.opens', { at: moment(quiz.opensAt) });
    case 'OPEN':
      return quiz.status === 'CLOSED' ? t('quiz.closed') : t('quiz.closes', { at: moment(quiz.closesAt) });
    case 'ENDING':
    case 'OVER':
      return t('quiz.closed');
  }
}

export function factsOf(quiz: Quiz): string {
  return [
    t('quiz.questions', { count: quiz.questions }),
    quiz.minutes ? t('quiz.minutes', { count: quiz.minutes }) : t('quiz.noLimit'),
    t('quiz.pass', { total: quiz.totalPoints, pass: quiz.passPoints }),
  ].join(' · ');
}

/** How one stands with it, if there is anything to say. */
export function mineWords({ mine }: Quiz): string | null {
  if (mine?.openId) return t('quiz.underWay');
  if (mine?.best === undefined || mine.best === null) return null;
  return t(mine.passed ? 'quiz.bestPassed' : 'quiz.best', { points: mine.best });
}

export function leftWords({ attempts, mine }: Quiz): string {
  if (attempts < 0) return t('quiz.endless');
  const left = mine?.left ?? 0;
  return attempts === 0 ? t('quiz.once') : t('quiz.leftToday', { left, count: attempts });
}

/** An answer as people say it. */
export function answerWords(kind: string, answer: readonly string[] | null | undefined): string {
  if (!answer || answer.length === 0) return t('quiz.blank');
  if (kind === 'TRUE_FALSE') return t(answer[0] === 'TRUE' ? 'quiz.true' : 'quiz.false');
  return answer.join(kind === 'FILL' ? t('quiz.orSpelling') : ' ');
}
