import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const delay = 400;
const bytesPerSecond = 50_000;
/** One exchange in twenty is cut: by turns before it reaches the service, and after it was done but before the answer. */
const lostOf = 20;

type State = 'strong' | 'weak' | 'down';

/** The road between a phone and the service, as a forward proxy: 400 ms each way, 50 kB/s for everything together, 5 % lost. */
export class WeakLink {
  private readonly server: Server;
  private state: State = 'strong';
  private exchanges = 0;
  private freeAt = { up: 0, down: 0 };
  private losesAnswerOf: RegExp | null = null;
  /** What was cut, for the report. */
  readonly lost = { before: 0, after: 0 };

  private constructor() {
    this.server = createServer((asked, answer) => void this.carry(asked, answer).catch(() => answer.destroy()));
  }

  static async open(): Promise<WeakLink> {
    const link = new WeakLink();
    await new Promise<void>((resolve) => link.server.listen(0, '127.0.0.1', resolve));
    return link;
  }

  get address(): string {
    return `http://127.0.0.1:${portOf(this.server.address())}`;
  }

  become(state: State): void {
    this.state = state;
    if (state === 'down') this.server.closeAllConnections();
  }

  /** The next request to such an address arrives, and its answer does not. */
  loseAnswerOf(address: RegExp): void {
    this.losesAnswerOf = address;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async carry(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    if (this.state === 'down') return void answer.destroy();
    const fate = this.fateOf(asked.url ?? '');
    const body = Buffer.concat(await bytesOf(asked));
    await this.pass('up', body.length + 600);
    if (fate === 'before') return void answer.destroy();
    const given = await this.ask(asked, body);
    if (fate === 'after') {
      await bytesOf(given);
      return void answer.destroy();
    }
    await this.pass('down', 300);
    answer.writeHead(given.statusCode ?? 502, given.headers);
    for await (const chunk of given) {
      await this.pass('down', chunk.length, 0);
      if (!answer.write(chunk)) await new Promise((resolve) => answer.once('drain', resolve));
    }
    answer.end();
  }

  private fateOf(address: string): 'arrives' | 'before' | 'after' {
    if (this.losesAnswerOf?.test(address)) {
      this.losesAnswerOf = null;
      this.lost.after += 1;
      return 'after';
    }
    this.exchanges += 1;
    if (this.state !== 'weak' || this.exchanges % lostOf !== 0) return 'arrives';
    const fate = this.exchanges % (2 * lostOf) === 0 ? 'after' : 'before';
    this.lost[fate] += 1;
    return fate;
  }

  private ask(asked: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const sent = request(asked.url ?? '', { method: asked.method, headers: asked.headers }, resolve);
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** Waits as long as so many bytes take on this road behind those already under way. */
  private async pass(way: 'up' | 'down', bytes: number, latency = delay): Promise<void> {
    if (this.state !== 'weak') return;
    const now = Date.now();
    this.freeAt[way] = Math.max(now, this.freeAt[way]) + (bytes / bytesPerSecond) * 1000;
    const wait = this.freeAt[way] - now + latency;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0;
}
