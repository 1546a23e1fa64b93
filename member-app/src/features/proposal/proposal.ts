import { api, got } from '../../api/client';
import { keptQuestion } from '../../api/remote';

export const proposalBy = keptQuestion('proposal', (id: string) =>
  got(api.GET('/api/proposals/{id}', { params: { path: { id } } })),
);
