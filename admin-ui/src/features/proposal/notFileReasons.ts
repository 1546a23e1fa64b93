import { useReasons } from '../../ui/reasons';

/** The reasons this committee chooses from, as its settings have them. */
export function useNotFileReasons() {
  return useReasons('proposal.not-file-reasons');
}
