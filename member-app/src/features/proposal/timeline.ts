import { api, got } from '../../api/client';
import { question } from '../../api/remote';

export const timelineOf = question((id: string) =>
  got(api.GET('/api/proposals/{id}/timeline', { params: { path: { id } } })),
);
