import { api, got } from '../../api/client';
import { question } from '../../api/remote';

export const committeeHere = question(() => got(api.GET('/api/committee')));
