import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';

/**
 * One thing a person does: send it, say so, then everything on screen is read again. What follows is told here and not to
 * `mutate`, whose own callbacks are lost when the screen that is read again is another one.
 */
export function useAct<Input, Result>(
  send: (input: Input) => Promise<Result>,
  after?: (result: Result, input: Input) => void,
): UseMutationResult<Result, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (result, input) => {
      after?.(result, input);
      await client.invalidateQueries();
    },
    // After a refusal the picture on the screen may be the reason: read it again, keep the form.
    onError: () => client.invalidateQueries(),
  });
}
