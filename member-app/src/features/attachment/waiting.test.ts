import { expect, test } from 'vitest';
import { base64, sendPieces } from './waiting';

/** A server as tus has it: takes a piece at the byte it awaits only. */
class Server {
  stored = new Uint8Array(0);
  readonly offsets: number[] = [];
  private lost: number;

  constructor(answersLost: number) {
    this.lost = answersLost;
  }

  begin = async () => this.stored.length;

  next = async (offset: number, piece: Blob) => {
    this.offsets.push(offset);
    if (offset !== this.stored.length) throw new Error('upload.offset');
    this.stored = new Uint8Array([...this.stored, ...new Uint8Array(await piece.arrayBuffer())]);
    if (this.lost-- > 0) throw new Error('no answer');
    return this.stored.length;
  };
}

test('a lost answer doubles nothing: the next try goes on where the server stands', async () => {
  const bytes = new Uint8Array(600 * 1024).map((_, at) => at % 251);
  const server = new Server(1);
  const seen: number[] = [];
  const send = () => sendPieces(new Blob([bytes]), server.begin, server.next, (sent) => seen.push(sent));

  await expect(send()).rejects.toThrow('no answer');
  await send();

  expect(server.stored).toEqual(bytes);
  expect(server.offsets).toEqual([0, 256 * 1024, 512 * 1024]);
  expect(seen).toEqual([0, 256 * 1024, 512 * 1024]);
});

test('names travel as Base64 of UTF-8', () => {
  expect(base64('路面.jpg')).toBe('6Lev6Z2iLmpwZw==');
});
