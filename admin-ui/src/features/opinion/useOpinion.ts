import { useQuery } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import type { OpinionReport } from '../../api/types';
import type { Move } from './opinion';

export function useOpinion(id: string) {
  return useQuery({
    queryKey: ['opinion', id],
    queryFn: () => read(api.GET('/api/opinion-reports/{id}', at({ id }))),
  });
}

export function useBulletins() {
  const { data } = useQuery({ queryKey: ['bulletins'], queryFn: () => read(api.GET('/api/bulletins')) });
  return data ?? [];
}

export function at(subject: { id: string }) {
  return { params: { path: { id: subject.id } } };
}

/** The moves that need no more than the version one has seen. */
export function move(it: OpinionReport, which: Move) {
  const request = { ...at(it), body: { version: it.version } };
  switch (which) {
    case 'take':
      return read(api.PUT('/api/opinion-reports/{id}/editing', request));
    case 'request-approval':
      return read(api.PUT('/api/opinion-reports/{id}/approval-request', request));
    case 'send-up':
      return read(api.PUT('/api/opinion-reports/{id}/sending-up', request));
    default:
      return read(api.PUT('/api/opinion-reports/{id}/closing', request));
  }
}

export function takeBack(it: OpinionReport) {
  return read(api.DELETE('/api/opinion-reports/{id}/last-move', at(it)));
}
