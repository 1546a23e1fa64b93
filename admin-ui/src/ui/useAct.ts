import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';

/** One thing a person does: send it, then everything on screen is read again. */
export function useAct<Input, Result>(
  send: (input: Input) => Promise<Result>,
  after?: (result: Result) => void,
): UseMutationResult<Result, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (result) => {
      after?.(result);
      await client.invalidateQueries();
    },
    // After a refusal the picture on the screen may be the reason: read it again, keep the form.
    onError: () => client.invalidateQueries(),
  });
}
