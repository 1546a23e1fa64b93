import { useReasons } from '../../ui/reasons';

/** Why a report is kept or not used, as this committee's settings have it. */
export function useAnswerReasons() {
  return useReasons('opinion.not-used-reasons');
}
