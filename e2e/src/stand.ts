import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const patience = 15 * 60_000;

/**
 * Where the parts of the stand answer and keep their data; a running one is used when TONGXIN_E2E_URL, TONGXIN_E2E_OUTSIDE and
 * TONGXIN_E2E_DATA name it.
 */
export const service = () => process.env.TONGXIN_E2E_URL ?? '';
export const outside = () => process.env.TONGXIN_E2E_OUTSIDE ?? '';
export const data = () => process.env.TONGXIN_E2E_DATA ?? '';

/** Starts the whole product once, on free ports and fresh data, and stops it at the end. */
export default async function start(): Promise<(() => Promise<void>) | undefined> {
  if (service()) return undefined;
  const [port, postgres, keycloak, stubs] = await freePorts(4);
  const folder = fileURLToPath(new URL('../target/stand', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const child = spawn('bin/dev', ['--fresh'], {
    cwd: repository,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      TONGXIN_DATA: folder,
      TONGXIN_PORT: String(port),
      TONGXIN_PG_PORT: String(postgres),
      TONGXIN_KEYCLOAK_PORT: String(keycloak),
      TONGXIN_OUTSIDE_PORT: String(stubs),
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
    await ended;
  };
  process.once('exit', () => child.pid && child.exitCode === null && process.kill(-child.pid, 'SIGTERM'));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      if (chunk.includes('Ctrl-C')) resolve();
    });
    void ended.then(() => reject(new Error('bin/dev ended before the stand was up.')));
    setTimeout(() => reject(new Error('The stand did not come up in time.')), patience).unref();
  });
  await ready.catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  process.env.TONGXIN_E2E_URL = `http://localhost:${port}`;
  process.env.TONGXIN_E2E_DATA = folder;
  process.env.TONGXIN_E2E_OUTSIDE = `http://localhost:${stubs}`;
  return stop;
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => resolve(portOf(server.address())));
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0;
}
