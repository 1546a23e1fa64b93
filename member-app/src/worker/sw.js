/* The shell of the phone client, kept on the phone so that it opens without a network. Nothing of /api passes through here. */
const release = 'tongxin RELEASE';
const files = ['FILES'];

/** All files of a release or none: a page never mixes two. A file of the release before is not fetched again. */
async function fill() {
  const cache = await caches.open(release);
  for (const name of ['./'].concat(files)) {
    if (await cache.match(name)) continue;
    const had = name === './' ? null : await caches.match(name);
    await cache.put(name, had || (await fetched(name)));
  }
}

/** On a weak network the third try is the one that gets through. */
async function fetched(name) {
  for (let left = 4; ; left -= 1) {
    try {
      const answer = await fetch(name, { cache: name === './' ? 'no-cache' : 'default' });
      if (answer.ok) return answer;
      throw new Error(`${answer.status}`);
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

async function tidy() {
  for (const name of await caches.keys()) {
    if (name.startsWith('tongxin ') && name !== release) await caches.delete(name);
  }
  await self.clients.claim();
}

async function answer(request, name) {
  const cache = await caches.open(release);
  return (await cache.match(name)) || fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));
/** The person has said that the new release may come now. */
self.addEventListener('message', (event) => event.data === 'now' && self.skipWaiting());
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const scope = new URL(self.registration.scope);
  if (request.method !== 'GET' || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(answer(request, './'));
  else if (files.includes(pathname.slice(scope.pathname.length))) event.respondWith(answer(request, pathname));
});
