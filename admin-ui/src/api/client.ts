import createClient from 'openapi-fetch';
import { ApiProblem, OFFLINE, toProblem } from './problem';
import type { paths } from './schema';

/** Who is asking: filled in by the app once somebody has logged in. */
interface Credentials {
  token: () => Promise<string | undefined>;
  seatId: string | undefined;
  onProblem: (problem: ApiProblem) => void;
}

export const credentials: Credentials = { token: async () => undefined, seatId: undefined, onProblem: () => {} };

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin,
  fetch: (request) => globalThis.fetch(request),
});

api.use({
  async onRequest({ request }) {
    for (const [name, value] of await credentialHeaders()) request.headers.set(name, value);
    return request;
  },
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a good answer; anything else is thrown as an ApiProblem. */
export async function read<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await reached(call);
  if (response.ok && data !== undefined) return data;
  throw refused(toProblem(response.status, error));
}

/** For answers without a body. */
export async function done(call: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await reached(call);
  if (!response.ok) throw refused(toProblem(response.status, error));
}

/** Sends a file's bytes as they are; the server finds the type from the content. */
export async function upload(path: string, file: File): Promise<unknown> {
  const headers = new Headers(await credentialHeaders());
  headers.set('Content-Type', 'application/octet-stream');
  const response = await reached(fetch(path, { method: 'POST', headers, body: file }));
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refused(toProblem(response.status, body));
  return body;
}

/** Fetches a file with the caller's credentials, which a plain link cannot carry. */
export async function download(path: string): Promise<Blob> {
  const response = await reached(fetch(path, { headers: new Headers(await credentialHeaders()) }));
  if (!response.ok) throw refused(toProblem(response.status, await response.json().catch(() => undefined)));
  return response.blob();
}

/** Asks for a file by a body, such as the filter of a list and the reason for taking it. */
export async function postForFile(path: string, body: object): Promise<Blob> {
  const headers = new Headers(await credentialHeaders());
  headers.set('Content-Type', 'application/json');
  const response = await reached(fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }));
  if (!response.ok) throw refused(toProblem(response.status, await response.json().catch(() => undefined)));
  return response.blob();
}

async function credentialHeaders(): Promise<[string, string][]> {
  const headers: [string, string][] = [];
  const token = await credentials.token();
  if (token) headers.push(['Authorization', `Bearer ${token}`]);
  if (credentials.seatId) headers.push(['X-Seat', credentials.seatId]);
  return headers;
}

async function reached<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (problem) {
    throw problem instanceof ApiProblem ? problem : OFFLINE;
  }
}

function refused(problem: ApiProblem): ApiProblem {
  credentials.onProblem(problem);
  return problem;
}
