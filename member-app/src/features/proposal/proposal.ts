import { api, got } from '../../api/client';
import { question } from '../../api/remote';

export const proposalBy = question((id: string) => got(api.GET('/api/proposals/{id}', { params: { path: { id } } })));
