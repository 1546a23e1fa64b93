import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const service = 'http://localhost:8080';
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The service worker, with the names of what it keeps. Another name of a file is another release. */
const serviceWorker: Plugin = {
  name: 'service-worker',
  apply: 'build',
  enforce: 'post',
  generateBundle(_, bundle) {
    const files = Object.keys(bundle).filter((name) => name !== 'index.html');
    const index = bundle['index.html'];
    const page = index?.type === 'asset' ? String(index.source) : '';
    const source = read('src/worker/sw.js')
      .replace('RELEASE', digest(files.join() + page))
      .replace("['FILES']", JSON.stringify(files));
    this.emitFile({ type: 'asset', fileName: 'sw.js', source });
  },
};

export default defineConfig(({ mode }) => ({
  base: '/m/',
  build: { target: ['chrome87', 'safari13'], assetsInlineLimit: 0, reportCompressedSize: false },
  /** What the phone has seen is understood as long as the server's shapes are the same. */
  define: { __FORM__: JSON.stringify(digest(read('src/api/schema.ts'))) },
  plugins: [serviceWorker],
  server: { proxy: { '/api': mode.startsWith('http') ? mode : service } },
  test: { reporters: ['default', ['junit', { outputFile: 'target/junit.xml' }]] },
}));
