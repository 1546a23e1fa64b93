import createClient from 'openapi-fetch';
import { ApiProblem, isRecord, problemOf, textOf, Unreachable } from './problem';
import type { paths } from './schema';

const patience = 10_000;
const spare = 20_000;

/** Who is asking. The token lives in memory only; the device's cookie fetches the next one. */
const access = { token: '', until: 0, seatId: '', whenRefused: () => {} };
let refreshing: Promise<void> | null = null;

export function holdToken(token: string, expiresInSeconds: number): void {
  access.token = token;
  access.until = Date.now() + expiresInSeconds * 1000;
}

export function dropToken(): void {
  access.token = '';
  access.until = 0;
}

export function actAs(seatId: string): void {
  access.seatId = seatId;
}

export function actingSeat(): string {
  return access.seatId;
}

export function onRefusedDevice(then: () => void): void {
  access.whenRefused = then;
}

async function reach(request: Request): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    return await globalThis.fetch(new Request(request, { signal: abort.signal }));
  } catch {
    throw new Unreachable();
  } finally {
    clearTimeout(timer);
  }
}

/** A fresh access token for this device; 401 when the device is no longer trusted. */
export function refreshToken(): Promise<void> {
  refreshing ??= askForToken().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function askForToken(): Promise<void> {
  const response = await reach(new Request('/api/login/refresh', { method: 'POST' }));
  if (!response.ok) throw await problemOf(response);
  const body: unknown = await response.json();
  if (!isRecord(body)) throw new Unreachable();
  holdToken(textOf(body.accessToken), Number(body.expiresInSeconds));
}

async function refreshOrGiveUp(): Promise<void> {
  try {
    await refreshToken();
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) access.whenRefused();
    throw error;
  }
}

function signed(request: Request): Request {
  const copy = request.clone();
  copy.headers.set('Authorization', `Bearer ${access.token}`);
  if (access.seatId && !copy.headers.has('X-Seat')) copy.headers.set('X-Seat', access.seatId);
  return copy;
}

async function send(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (/^\/api\/(login|health|about|client-config)(\/|$)/.test(pathname)) return refuse(await reach(request));
  if (pathname.startsWith('/api/invitations/') && !access.token) return refuse(await reach(request));
  if (Date.now() > access.until - spare) await refreshOrGiveUp();
  const response = await reach(signed(request));
  if (response.status !== 401) return refuse(response);
  await refreshOrGiveUp();
  return refuse(await reach(signed(request)));
}

async function refuse(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw await problemOf(response);
}

export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? 'http://localhost', fetch: send });

/** A request whose body or answer is bytes, not JSON, under the seat it was written for. */
export function sendBytes(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: Blob,
): Promise<Response> {
  return send(new Request(new URL(path, globalThis.location.origin), { method, headers, body }));
}

/** The body of a call that answers with one; anything but success has been thrown already. */
export async function got<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) throw new Unreachable();
  return data;
}

/** An answer that goes on as long as both ends like; what it says comes in pieces. */
export async function open(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  if (Date.now() > access.until - spare) await refreshOrGiveUp();
  const response = await globalThis.fetch(signed(new Request(new URL(path, globalThis.location.origin), { signal })));
  if (!response.ok || !response.body) throw await problemOf(response);
  return response.body;
}
