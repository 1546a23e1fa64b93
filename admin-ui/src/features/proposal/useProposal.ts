import { useQuery } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import type { Proposal } from '../../api/types';

/** Which proposal, as it was when somebody looked at it. */
export type Stamped = Pick<Proposal, 'id' | 'version'>;

export function useProposal(id: string | undefined) {
  return useQuery({
    queryKey: ['proposal', id],
    queryFn: () => read(api.GET('/api/proposals/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
  });
}

/** For a reviewer: reading it here is what the service knows as having opened it. */
export function useOpening(id: string) {
  return useQuery({
    queryKey: ['proposal', id, 'opening'],
    queryFn: () => read(api.POST('/api/proposals/{id}/opening', { params: { path: { id } } })),
  });
}

export function useTimeline(id: string) {
  return useQuery({
    queryKey: ['timeline', id],
    queryFn: () => read(api.GET('/api/proposals/{id}/timeline', { params: { path: { id } } })),
  });
}

/** The plain moves of the workflow: those that need no more than the version one has seen. */
export const move = {
  accept: (it: Stamped) =>
    read(api.PUT('/api/proposals/{id}/acceptance', { ...at(it), body: { version: it.version } })),
  review: (it: Proposal, comment: string) =>
    read(
      api.PUT('/api/proposals/{id}/review', {
        ...at(it),
        body: { version: it.version, stage: it.stage ?? 1, comment: comment.trim() || undefined },
      }),
    ),
  file: (it: Proposal) => read(api.PUT('/api/proposals/{id}/filing', { ...at(it), body: { version: it.version } })),
  close: (it: Proposal) => read(api.PUT('/api/proposals/{id}/closing', { ...at(it), body: { version: it.version } })),
  takeBack: (it: Proposal) => read(api.DELETE('/api/proposals/{id}/last-move', at(it))),
};

export function at(subject: { id: string }) {
  return { params: { path: { id: subject.id } } };
}
