import { isRecord } from '../api/problem';
import { read, write } from './shelves';

type Box = { iv: Uint8Array<ArrayBuffer>; box: ArrayBuffer };

/** Text under lock: who can open it, since when it lies there, and the rest, which says nothing. Bytes have boxes of their own. */
export type Sealed = Box & { by: string; at: number; blobs: Record<string, Box & { type: string }> };

type Held = { by: string; key: CryptoKey };

let held: Held | null = null;
/** Whose key this window had before it was dropped. */
let before = '';

/**
 * The key of the session. It comes with each log-in of the person and lies on the phone only while he is in, where no script
 * can read it; locked or logged out, what was sealed stays and waits for his next log-in.
 */
export async function holdKey(secret: string): Promise<void> {
  if (!crypto.subtle) return; // not https: nothing is kept beyond the page
  const { by, digest } = await ownerOf(secret);
  if (held?.by === by) return;
  held = { by, key: await crypto.subtle.importKey('raw', digest, 'AES-GCM', false, ['encrypt', 'decrypt']) };
  await write([{ shelf: 'key', key: 'session', value: held }]);
}

/** Whether this is the key of somebody else than the person who is in: another window of the phone has changed hands. */
export async function isAnothers(secret: string): Promise<boolean> {
  return held !== null && held.by !== (await ownerOf(secret)).by;
}

async function ownerOf(secret: string): Promise<{ by: string; digest: ArrayBuffer }> {
  const digest = await sha256(new TextEncoder().encode(secret));
  return { by: hex(await sha256(digest)).slice(0, 16), digest };
}

/** The key of the session that was here when the page was closed; false where it was locked since, or never opened. */
export async function recallKey(): Promise<boolean> {
  const kept = await read('key', 'session');
  if (isRecord(kept) && kept.key instanceof CryptoKey && typeof kept.by === 'string')
    held = { by: kept.by, key: kept.key };
  return held !== null;
}

/** Whose the sealed texts are is remembered, so that a locked phone can still count them. Another window's person keeps his key. */
export async function dropKey(): Promise<void> {
  const by = await lastOwner();
  held = null;
  before = by;
  const kept = await read('key', 'session');
  if (!isRecord(kept) || kept.by === by) await write([{ shelf: 'key', key: 'session', value: { by } }]);
}

export function holdsKey(): boolean {
  return held !== null;
}

export async function lastOwner(): Promise<string> {
  if (held || before) return held?.by ?? before;
  const kept = await read('key', 'session');
  return isRecord(kept) && typeof kept.by === 'string' ? kept.by : '';
}

export async function sealed(value: unknown): Promise<Sealed | null> {
  if (!held) return null;
  const { by, key } = held;
  const blobs: Sealed['blobs'] = {};
  for (const [name, part] of isRecord(value) ? Object.entries(value) : [])
    if (part instanceof Blob) blobs[name] = { ...(await boxed(key, await part.arrayBuffer())), type: part.type };
  const text = JSON.stringify(value, (_, part: unknown) => (part instanceof Blob ? undefined : part));
  return { by, at: Date.now(), ...(await boxed(key, new TextEncoder().encode(text))), blobs };
}

/** Undefined where it is another person's. */
export async function unsealed({ by, blobs, ...text }: Sealed): Promise<unknown> {
  if (held?.by !== by) return undefined;
  const { key } = held;
  const value: unknown = JSON.parse(new TextDecoder().decode(await unboxed(key, text)));
  for (const [name, part] of Object.entries(blobs))
    Object.assign(Object(value), { [name]: new Blob([await unboxed(key, part)], { type: part.type }) });
  return value;
}

async function boxed(key: CryptoKey, bytes: BufferSource): Promise<Box> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, box: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) };
}

function unboxed(key: CryptoKey, { iv, box }: Box): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, box);
}

export function isSealed(row: unknown): row is Sealed {
  return isRecord(row) && typeof row.by === 'string' && 'box' in row && 'blobs' in row;
}

const sha256 = (bytes: BufferSource): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', bytes);
const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
