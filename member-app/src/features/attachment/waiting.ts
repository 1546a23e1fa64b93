import { api, sendBytes } from '../../api/client';
import { isRecord } from '../../api/problem';
import { refreshAll } from '../../api/remote';
import { all, type Change, discard, keep } from '../../store/db';
import { newId } from '../../store/ids';
import type { Line } from '../../store/outbox';
import { backIntoBox } from '../../store/words';

/** What files hang on: a proposal or a report, by the server's name of its kind; a post, which names its own; or a reply, which is read alone. */
export type Matter = { type: 'proposal' | 'opinion_report' | 'reading_post' | 'reply'; id: string };

/** A file chosen on this phone, with its bytes, until it hangs on its matter at the server; `transcript` is what a recording says. */
export type Waiting = {
  id: string;
  seatId: string;
  matter: Matter;
  name: string;
  bytes: Blob;
  transcript?: string;
};

/** Small enough for a weak network: one piece is what a lost connection costs. */
const piece = 256 * 1024;

const keyOf = ({ seatId, matter, id }: Waiting): string => `${seatId}/${matter.id}/${id}`;

const listeners = new Set<() => void>();
let sending: Promise<void> = Promise.resolve();

function isWaiting(value: unknown): value is Waiting {
  return isRecord(value) && isRecord(value.matter) && value.bytes instanceof Blob;
}

export function onFiles(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  for (const listener of listeners) listener();
}

export async function waitingFiles(seatId: string, matterId: string): Promise<Waiting[]> {
  return (await all('files', `${seatId}/${matterId}/`)).filter(isWaiting);
}

export async function addFile(
  seatId: string,
  matter: Matter,
  name: string,
  bytes: Blob,
  transcript?: string,
): Promise<void> {
  const file: Waiting = { id: newId(), seatId, matter, name, bytes, transcript };
  await keep('files', keyOf(file), file);
  changed();
}

/** Forgets a file; what the server has of it is let go. */
export async function takeBack(file: Waiting): Promise<void> {
  await forget(file);
  const headers = { 'X-Seat': file.seatId };
  await sendBytes('DELETE', `/api/uploads/${file.id}`, headers).catch(() => {});
  await sendBytes('DELETE', `/api/files/${file.id}/hold`, headers).catch(() => {});
}

/** The draft goes, and what waited for it. */
export async function takeAllBack(seatId: string, matterId: string): Promise<void> {
  for (const file of await waitingFiles(seatId, matterId)) await takeBack(file);
}

/** The same files, waiting for another matter: to be kept together with what sends them. */
export function movedTo(files: readonly Waiting[], id: string): Change[] {
  return files.flatMap((file) => {
    const moved = { ...file, matter: { ...file.matter, id } };
    return [
      { shelf: 'files', key: keyOf(file) },
      { shelf: 'files', key: keyOf(moved), value: moved },
    ];
  });
}

/** They were moved with what sends them. */
export function filesMoved(): void {
  changed();
}

/** A line goes back into its box, in one step with the files that waited for it. */
export async function bringBack(line: Line): Promise<void> {
  const { seatId, matter } = line;
  const files = matter.kind === 'post' ? movedTo(await waitingFiles(seatId, matter.id), matter.groupId) : [];
  await backIntoBox(line, ...files);
  changed();
}

async function forget(file: Waiting): Promise<void> {
  await discard('files', keyOf(file));
  changed();
}

/** Sends what waits for a matter that the server has, one file after the other; a repeat goes on where it stood. */
export function sendFiles(seatId: string, matterId: string, progress?: Progress): Promise<void> {
  return inTurn(() => sendAll(seatId, matterId, progress));
}

/** Brings to the server what a post will name. They stay on the phone until it has. */
export function sendAhead(seatId: string, postId: string): Promise<void> {
  return inTurn(async () => {
    for (const file of await waitingFiles(seatId, postId)) await upload(file);
  });
}

/** The post names them now: neither the phone nor its hold on the server is needed. */
export async function letGo(seatId: string, postId: string): Promise<void> {
  for (const file of await waitingFiles(seatId, postId)) {
    await release(file);
    await forget(file);
  }
}

function inTurn(work: () => Promise<void>): Promise<void> {
  const next = sending.catch(() => {}).then(work);
  sending = next;
  return next;
}

export type Progress = (file: Waiting, sent: number) => void;

async function sendAll(seatId: string, matterId: string, progress?: Progress): Promise<void> {
  for (const file of await waitingFiles(seatId, matterId)) {
    await send(file, progress);
    await forget(file);
    refreshAll();
  }
}

async function send(file: Waiting, progress?: Progress): Promise<void> {
  await upload(file, progress);
  await api.PUT('/api/attachments/{subjectType}/{subjectId}/{fileId}', {
    headers: { 'X-Seat': file.seatId },
    params: { path: { subjectType: file.matter.type, subjectId: file.matter.id, fileId: file.id } },
  });
  await release(file);
}

async function release({ seatId, id }: Waiting): Promise<void> {
  await api.DELETE('/api/files/{id}/hold', { headers: { 'X-Seat': seatId }, params: { path: { id } } });
}

async function upload(file: Waiting, progress?: Progress): Promise<void> {
  const tus = { 'X-Seat': file.seatId, 'Tus-Resumable': '1.0.0' };
  const begin = () =>
    sendBytes('POST', '/api/uploads', {
      ...tus,
      'Upload-Length': String(file.bytes.size),
      'Upload-Metadata': `id ${base64(file.id)},filename ${base64(file.name)},hold`,
    }).then(offsetOf);
  const next = (offset: number, bytes: Blob) =>
    sendBytes(
      'PATCH',
      `/api/uploads/${file.id}`,
      { ...tus, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
      bytes,
    ).then(offsetOf);
  await sendPieces(file.bytes, begin, next, (sent) => progress?.(file, sent));
}

/** Asks where the server stands, then sends piece after piece from there. */
export async function sendPieces(
  bytes: Blob,
  begin: () => Promise<number>,
  next: (offset: number, piece: Blob) => Promise<number>,
  progress: (sent: number) => void,
): Promise<void> {
  for (let sent = await begin(); sent < bytes.size; ) {
    progress(sent);
    sent = await next(sent, bytes.slice(sent, sent + piece));
  }
}

function offsetOf(response: Response): number {
  return Number(response.headers.get('Upload-Offset'));
}

/** tus writes metadata as Base64 of UTF-8. */
export function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
