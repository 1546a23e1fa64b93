import { useNumbers } from '../../api/settings';

/** How long a proposal may be here, as the committee's settings have it; none while they are on their way. */
export interface Limits {
  title?: number;
  text?: number;
  suggestion?: number;
  suggestions?: number;
}

export function useLimits(): Limits {
  const most = useNumbers();
  return {
    title: most('proposal.title-max'),
    text: most('proposal.text-max'),
    suggestion: most('proposal.suggestion-max'),
    suggestions: most('proposal.suggestions-max'),
  };
}
