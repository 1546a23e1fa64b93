// The first load of the phone client, gzipped: everything index.html names, and what that imports.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const limit = 100;
const dist = new URL('../dist/', import.meta.url).pathname;
const index = readFileSync(join(dist, 'index.html'), 'utf8');
/** What a file asks for at once; import(…) comes later and only where it is needed. */
const asked = (text) =>
  [...text.matchAll(/(?:\b(?:from|import)\s*|(?:src|href)=)"([^"]+\.(?:js|css))"/g)].map(([, name]) => name);
const files = new Set(['index.html']);
const take = (names) => {
  for (const name of names.map((each) => `assets/${each.split('/').pop()}`)) {
    if (files.has(name)) continue;
    files.add(name);
    take(asked(readFileSync(join(dist, name), 'utf8')));
  }
};
take(asked(index));
const kilobytes = (name) => gzipSync(readFileSync(join(dist, name)), { level: 9 }).length / 1024;
const show = (size, what) => console.log(`${size.toFixed(1).padStart(7)} KB  ${what}`);
let sum = 0;
for (const name of files) {
  sum += kilobytes(name);
  show(kilobytes(name), name);
}
show(sum, `at first, of ${limit} KB`);
const later = readdirSync(join(dist, 'assets')).filter(
  (name) => /\.(js|css)$/.test(name) && !files.has(`assets/${name}`),
);
show(
  later.reduce((all, name) => all + kilobytes(`assets/${name}`), 0),
  `later, in ${later.length} files`,
);
if (files.size < 3) {
  console.error('Nothing built: run `npm run build` first.');
  process.exit(1);
}
process.exit(sum > limit ? 1 : 0);
