import createClient from 'openapi-fetch';
import { isAnothers } from '../store/seal';
import { ApiProblem, isRecord, problemOf, textOf, Unreachable } from './problem';
import type { paths } from './schema';

const patience = 10_000;
const spare = 20_000;

/** Who is asking. The token lives in memory only; the device's cookie fetches the next one. */
const access = {
  token: '',
  until: 0,
  seatId: '',
  /** Locked or logged out: no request comes in by itself, and an answer still on its way comes too late. */
  shut: false,
  whenRefused: () => {},
  whenIn: async (_storeKey: string): Promise<void> => {},
};
let refreshing: Promise<void> | null = null;

export type Tokens = { accessToken: string; expiresInSeconds: number; storeKey: string };

/** The person is in; what the phone keeps of him opens with the same answer. */
export async function holdTokens({ accessToken, expiresInSeconds, storeKey }: Tokens): Promise<void> {
  access.shut = false;
  access.token = accessToken;
  access.until = Date.now() + expiresInSeconds * 1000;
  await access.whenIn(storeKey);
}

export function dropToken(): void {
  access.token = '';
  access.until = 0;
  access.shut = true;
}

export function onceIn(then: (storeKey: string) => Promise<void>): void {
  access.whenIn = then;
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

/** Whole, or not at all: an answer that stops coming is as good as none. */
async function reach(request: Request): Promise<Response> {
  const abort = new AbortController();
  const wait = () => setTimeout(() => abort.abort(), patience);
  let timer = wait();
  try {
    const response = await globalThis.fetch(new Request(request, { signal: abort.signal }));
    const reader = response.body?.getReader();
    if (!reader || bodiless.includes(response.status)) return response;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      clearTimeout(timer);
      timer = wait();
      parts.push(piece.value);
    }
    return new Response(new Blob(parts), response);
  } catch {
    throw new Unreachable();
  } finally {
    clearTimeout(timer);
  }
}

const bodiless: readonly number[] = [204, 205, 304];

/** A fresh access token for this device; 401 when the device is no longer trusted. */
export function refreshToken(): Promise<void> {
  access.shut = false;
  return refresh();
}

function refresh(): Promise<void> {
  refreshing ??= askForToken().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function askForToken(): Promise<void> {
  const response = await reach(
    new Request(new URL('/api/login/refresh', globalThis.location.origin), { method: 'POST' }),
  );
  if (!response.ok) throw await problemOf(response);
  const body: unknown = await response.json().catch(() => null);
  if (!isRecord(body) || access.shut) throw new Unreachable();
  const storeKey = textOf(body.storeKey);
  if (await isAnothers(storeKey)) {
    access.whenRefused(); // somebody else has logged in on this phone: this window is not his
    throw new Unreachable();
  }
  await holdTokens({
    accessToken: textOf(body.accessToken),
    expiresInSeconds: Number(body.expiresInSeconds),
    storeKey,
  });
}

async function refreshOrGiveUp(): Promise<void> {
  if (access.shut) throw new Unreachable();
  try {
    await refresh();
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) access.whenRefused();
    throw error;
  }
}

function signed(request: Request, seatId: string): Request {
  const copy = request.clone();
  copy.headers.set('Authorization', `Bearer ${access.token}`);
  if (seatId && !copy.headers.has('X-Seat')) copy.headers.set('X-Seat', seatId);
  return copy;
}

/** Under the seat of the moment in which it is asked, whatever happens until it is sent. */
async function send(request: Request): Promise<Response> {
  const { seatId } = access;
  const { pathname } = new URL(request.url);
  if (/^\/api\/(login|health|about|client-config|open)(\/|$)/.test(pathname)) return refuse(await reach(request));
  if (pathname.startsWith('/api/invitations/') && !access.token) return refuse(await reach(request));
  if (Date.now() > access.until - spare) await refreshOrGiveUp();
  const response = await reach(signed(request, seatId));
  if (response.status !== 401) return refuse(response);
  await refreshOrGiveUp();
  return refuse(await reach(signed(request, seatId)));
}

/** A page instead of an answer comes from a network that wants a log-in of its own: nothing has arrived. */
async function refuse(response: Response): Promise<Response> {
  if (!response.ok) throw await problemOf(response);
  if (response.headers.get('Content-Type')?.startsWith('text/html')) throw new Unreachable();
  return response;
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
  const { seatId } = access;
  if (Date.now() > access.until - spare) await refreshOrGiveUp();
  const request = new Request(new URL(path, globalThis.location.origin), { signal });
  const response = await globalThis.fetch(signed(request, seatId));
  if (!response.ok || !response.body) throw await problemOf(response);
  return response.body;
}
