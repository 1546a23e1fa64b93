// The first load of the phone client, gzipped: everything index.html names, and what that imports.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const limit = 100;
const dist = new URL('../dist/', import.meta.url).pathname;
const files = readdirSync(dist, { recursive: true })
  .map((name) => join(dist, String(name)))
  .filter((path) => statSync(path).isFile() && /\.(html|js|css)$/.test(path));
if (files.length < 3) {
  console.error('Nothing built: run `npm run build` first.');
  process.exit(1);
}
let sum = 0;
for (const path of files) {
  const kilobytes = gzipSync(readFileSync(path), { level: 9 }).length / 1024;
  sum += kilobytes;
  console.log(`${kilobytes.toFixed(1).padStart(7)} KB  ${path.slice(dist.length)}`);
}
console.log(`${sum.toFixed(1).padStart(7)} KB  in all, of ${limit} KB`);
process.exit(sum > limit ? 1 : 0);
