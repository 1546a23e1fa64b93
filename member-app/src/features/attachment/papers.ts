import { api, got, sendBytes } from '../../api/client';
import { isRecord } from '../../api/problem';
import { question } from '../../api/remote';
import type { StoredFile } from '../../api/types';
import { discard, keep, take } from '../../store/db';
import type { Matter } from './waiting';

/** A file as it lies on this phone, to be read without a network; with what it hangs `of` it goes. */
export type Paper = { name: string; bytes: Blob; of?: string };

/** Reports may be restricted, so their files never stay on a phone. */
export const mayStay = ({ type }: Matter): boolean => type === 'proposal';

const keyOf = (seatId: string, fileId: string): string => `${seatId}/${fileId}`;

function isPaper(value: unknown): value is Paper {
  return isRecord(value) && value.bytes instanceof Blob && typeof value.name === 'string';
}

/** What the phone alone answers. */
export const savedPaper = question(async (seatId: string, fileId: string) => {
  const paper = await take('papers', keyOf(seatId, fileId));
  return isPaper(paper) ? paper : false;
});

/** The bytes of a file, by a ticket, so that no token is ever in an address. */
export async function bytesOf(seatId: string, id: string): Promise<Blob> {
  const headers = { 'X-Seat': seatId };
  const { url } = await got(api.POST('/api/files/{id}/tickets', { headers, params: { path: { id } } }));
  return (await sendBytes('GET', url, headers)).blob();
}

export async function savePaper(seatId: string, of: string, { id, name }: StoredFile): Promise<void> {
  const bytes = await bytesOf(seatId, id);
  await keep('papers', keyOf(seatId, id), { name, bytes, of });
}

export function dropPaper(seatId: string, fileId: string): Promise<void> {
  return discard('papers', keyOf(seatId, fileId));
}

/** Into the phone's own files, under its name. */
export function handOver({ name, bytes }: Paper): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** In a window of its own; the address dies with this page. */
export function showPaper({ bytes }: Paper): void {
  window.open(URL.createObjectURL(bytes), '_blank');
}
