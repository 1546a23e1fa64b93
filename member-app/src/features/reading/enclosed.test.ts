import 'fake-indexeddb/auto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Line } from '../../store/outbox';

/** A service that takes files by tus and posts that name them, and may lose its answers. */
class Service {
  readonly asked: string[] = [];
  readonly files = new Map<string, { size: number; received: number; held: boolean }>();
  readonly posts = new Map<string, unknown>();
  losing = '';
  private readonly server: Server = createServer((request, response) => {
    void bytesOf(request).then((bytes) => {
      const what = `${request.method} ${request.url}`;
      this.asked.push(what.replace(/[0-9a-f-]{36}/g, '…'));
      const [status, headers, answer] = this.answer(what, request, bytes);
      if (this.losing && what.startsWith(this.losing)) {
        this.losing = '';
        response.destroy();
      } else response.writeHead(status, headers).end(JSON.stringify(answer));
    });
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${Object(this.server.address()).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(what: string, request: IncomingMessage, bytes: Buffer): [number, Record<string, string>, unknown] {
    const json = { 'Content-Type': 'application/json' };
    const id = /[0-9a-f-]{36}/.exec(request.url ?? '')?.[0] ?? '';
    if (what === 'POST /api/uploads') {
      const said = String(request.headers['upload-metadata']);
      const name = Buffer.from(/id (\S+?),/.exec(said)?.[1] ?? '', 'base64').toString();
      const file = this.files.get(name) ?? {
        size: Number(request.headers['upload-length']),
        received: 0,
        held: said.endsWith(',hold'),
      };
      this.files.set(name, file);
      return [201, { 'Upload-Offset': String(file.received) }, {}];
    }
    const file = this.files.get(id);
    if (what.startsWith('PATCH') && file) {
      file.received += bytes.length;
      return [204, { 'Upload-Offset': String(file.received) }, {}];
    }
    if (what.startsWith('DELETE /api/files') && file) {
      file.held = false;
      return [204, {}, {}];
    }
    if (what.startsWith('POST /api/reading-groups')) {
      const post = JSON.parse(bytes.toString());
      const there = [...post.pictures, ...(post.voice ? [post.voice.fileId] : [])];
      if (there.some((each) => this.files.get(each)?.received !== this.files.get(each)?.size))
        return [422, json, { code: 'fields.invalid' }];
      this.posts.set(post.id, post);
      return [201, json, post];
    }
    return [404, json, { code: 'not-found' }];
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

let service: Service;
let deliver: (line: Line) => Promise<void>;
let waiting: typeof import('../attachment/waiting');
let outbox: typeof import('../../store/outbox');

const group = { type: 'reading_post' as const, id: 'g' };
const matterOf = (id: string, pictures: string[]) => ({
  kind: 'post' as const,
  groupId: 'g',
  id,
  text: '',
  more: { kind: 'NOTE' as const, topic: '', mentions: [], pictures },
});
/** Two pictures chosen in a group, and moved to a post as it is put into the outbox. */
async function written(id: string): Promise<string[]> {
  await waiting.addFile('s', group, 'a.jpg', new Blob(['a'.repeat(300_000)], { type: 'image/jpeg' }));
  await waiting.addFile('s', group, 'b.jpg', new Blob(['bb'], { type: 'image/jpeg' }));
  const files = await waiting.waitingFiles('s', 'g');
  const ids = files.map((file) => file.id);
  await outbox.put('s', '群', matterOf(id, ids), ...waiting.movedTo(files, id));
  return ids;
}

beforeAll(async () => {
  service = new Service();
  Object.assign(globalThis, { location: { origin: await service.open() } });
  const client = await import('../../api/client');
  const { holdKey } = await import('../../store/seal');
  client.onceIn(holdKey);
  ({ deliver } = await import('../../app/sending'));
  waiting = await import('../attachment/waiting');
  outbox = await import('../../store/outbox');
  await client.holdTokens({ accessToken: 't', expiresInSeconds: 3_000, storeKey: 'k' });
  await outbox.openOutbox();
});
afterAll(() => service.close());
beforeEach(() => {
  service.asked.length = 0;
  service.files.clear();
  service.posts.clear();
});

const lineOf = (id: string) => outbox.unsent().find(({ matter }) => matter.kind === 'post' && matter.id === id);

test('pictures go before their post, held until it names them, and leave the phone after it', async () => {
  const ids = await written('p1');
  expect(await waiting.waitingFiles('s', 'g')).toEqual([]);
  expect(await waiting.waitingFiles('s', 'p1')).toHaveLength(2);
  const line = lineOf('p1');
  if (line) await deliver(line);
  expect(service.posts.get('p1')).toMatchObject({ pictures: ids });
  const kinds = service.asked.map((what) => what.split(' ')[0]);
  expect(kinds.lastIndexOf('PATCH')).toBeLessThan(service.asked.indexOf('POST /api/reading-groups/g/posts'));
  expect(kinds.indexOf('DELETE')).toBeGreaterThan(service.asked.indexOf('POST /api/reading-groups/g/posts'));
  expect([...service.files.values()].map(({ received, held }) => [received, held])).toEqual([
    [300_000, false],
    [2, false],
  ]);
  expect(await waiting.waitingFiles('s', 'p1')).toEqual([]);
});

test('an answer lost anywhere sends nothing twice and loses nothing', async () => {
  await written('p2');
  const line = lineOf('p2');
  if (!line) throw new Error('not kept');
  for (const losing of ['PATCH', 'POST /api/reading-groups', 'DELETE']) {
    service.losing = losing;
    await expect(deliver(line)).rejects.toThrow();
    expect((await waiting.waitingFiles('s', 'p2')).length).toBeGreaterThan(0);
  }
  await deliver(line);
  expect([...service.files.values()].map(({ size, received }) => [size, received])).toEqual([
    [300_000, 300_000],
    [2, 2],
  ]);
  expect(service.posts.size).toBe(1);
  expect(await waiting.waitingFiles('s', 'p2')).toEqual([]);
});

test('a post that goes back into its box brings its pictures with it', async () => {
  await written('p3');
  const line = lineOf('p3');
  const files = await waiting.waitingFiles('s', 'p3');
  expect(files.length).toBeGreaterThan(0);
  if (line) await waiting.bringBack(line);
  expect(lineOf('p3')).toBeUndefined();
  expect(await waiting.waitingFiles('s', 'p3')).toEqual([]);
  const group = line?.matter.kind === 'post' ? line.matter.groupId : '';
  const back = (await waiting.waitingFiles('s', group)).map(({ id }) => id);
  expect(back).toEqual(expect.arrayContaining(files.map(({ id }) => id)));
});
