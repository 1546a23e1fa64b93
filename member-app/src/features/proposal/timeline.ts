import { api, got } from '../../api/client';
import { keptQuestion } from '../../api/remote';

export const timelineOf = keptQuestion('timeline', (id: string) =>
  got(api.GET('/api/proposals/{id}/timeline', { params: { path: { id } } })),
);
