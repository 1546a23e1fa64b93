import { useCallback, useEffect, useRef, useState } from 'react';
import { actingSeat, api, got } from '../../api/client';
import { keepSeen, recallSeen } from '../../api/remote';
import type { Post } from '../../api/types';
import { listen } from './live';

const askEvery = 5_000;
const atOnce = 50;
const quoted = 60;
/** So many of the last posts can be read without a network. */
const readOffline = 50;

type Where = { after: number } | { before: number } | { since: number };

/**
 * Posts by the group's own sequence, both ways from where I stopped reading, or from a post that I was led to; narrowed to a
 * topic where one is given. Heard as they are written; where the stream does not come or breaks off, asked for every five
 * seconds, which gives the same.
 */
export function usePosts(groupId: string, readTo: number, at: number | null, topic: string | null, joined: boolean) {
  const from = at === null ? readTo : at - 1;
  const [posts, setPosts] = useState<readonly Post[] | null>(null);
  const [ready, setReady] = useState(false);
  const [hasOlder, setHasOlder] = useState(false);
  const [hasNewer, setHasNewer] = useState(false);
  const [lastSeq, setLastSeq] = useState(readTo);
  const [error, setError] = useState<unknown>(null);
  const first = useRef(from + 1);
  const apart = useRef(at !== null);
  const last = useRef(Number.POSITIVE_INFINITY);
  const change = useRef<number | null>(null);

  const take = useCallback(
    (more: readonly Post[]) =>
      setPosts((now) =>
        merged(
          requoted(now ?? [], more),
          more.filter((post) => topic === null || post.topic === topic),
          first.current,
          last.current,
        ),
      ),
    [topic],
  );

  const shelved = `${actingSeat()}/posts/${groupId}`;
  useEffect(() => {
    if (topic === null) void recallSeen<Post[]>(shelved).then((seen) => setPosts((now) => now ?? seen));
  }, [shelved, topic]);
  useEffect(() => {
    if (posts && topic === null && at === null) void keepSeen(shelved, posts.slice(-readOffline));
  }, [shelved, posts, topic, at]);

  const ask = useCallback(
    async (where: Where) => {
      const query = { ...where, topic: topic ?? undefined, limit: atOnce };
      const page = await got(api.GET('/api/reading-groups/{groupId}/posts', { params: { path: { groupId }, query } }));
      if ('before' in where) first.current = Math.min(first.current, ...page.items.map((post) => post.seq));
      if ('after' in where) {
        last.current = page.more ? (page.items[page.items.length - 1]?.seq ?? where.after) : Number.POSITIVE_INFINITY;
        setHasNewer(page.more);
      }
      take(page.items);
      setLastSeq(page.lastSeq);
      return page;
    },
    [groupId, take, topic],
  );

  const older = useCallback(async () => {
    const page = await ask({ before: first.current });
    setHasOlder(page.more);
    return page;
  }, [ask]);

  const further = useCallback(() => ask({ after: last.current }), [ask]);

  /** What stands before the read mark, the first page behind it, then whatever changes. */
  const start = useCallback(async () => {
    const { change: asOf } = await older();
    await ask({ after: from });
    change.current = asOf;
    setReady(true);
  }, [ask, older, from]);

  const newer = useCallback(async () => {
    if (change.current === null) return start();
    let page = await ask({ since: change.current });
    while (page.more) page = await ask({ since: page.change });
    change.current = page.change;
  }, [ask, start]);

  /** Leaves out what lies between: the last page of all. */
  const latest = useCallback(async () => {
    first.current = Number.POSITIVE_INFINITY;
    last.current = Number.POSITIVE_INFINITY;
    change.current = null;
    apart.current = false;
    setHasNewer(false);
    setPosts(null);
    const page = await older();
    change.current = page.change;
  }, [older]);

  const attempt = useCallback(async (work: () => Promise<unknown>) => {
    try {
      await work();
      setError(null);
    } catch (problem) {
      setError(problem);
    }
  }, []);

  // What a post lets me do is said to the listener who came: whoever joins listens anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: joined
  useEffect(() => {
    let over = false;
    let stream = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = ({ name, id, data }: { name: string; id: string; data: string }) => {
      if (name === 'post') {
        const post: Post = JSON.parse(data);
        change.current = Number(id);
        setLastSeq((now) => Math.max(now, post.seq));
        take([post]);
      }
      if (name === 'reset') void attempt(newer);
    };
    const round = async () => {
      if (document.visibilityState !== 'visible') return;
      await attempt(newer);
      if (over || change.current === null) return again(askEvery);
      stream = new AbortController();
      const heard = await listen(groupId, change.current, hear, stream.signal);
      again(heard ? 500 : askEvery);
    };
    const again = (pause: number) => {
      clearTimeout(timer);
      if (!over) timer = setTimeout(() => void round(), pause);
    };
    const look = () => {
      if (document.visibilityState === 'visible') again(0);
      else stream.abort();
    };
    void round();
    document.addEventListener('visibilitychange', look);
    return () => {
      over = true;
      clearTimeout(timer);
      stream.abort();
      document.removeEventListener('visibilitychange', look);
    };
  }, [attempt, groupId, newer, take, joined]);

  return {
    posts,
    ready,
    error,
    seenTo: ready ? seenTo(topic, readTo, last.current, lastSeq, apart.current ? first.current : 0) : readTo,
    older: hasOlder ? () => attempt(older) : null,
    further: hasNewer ? () => attempt(further) : null,
    latest: () => attempt(latest),
    newer: () => attempt(newer),
  };
}

/**
 * How far the group has been shown: no further than it is loaded, and in a topic, or where one was led past what is unread,
 * what stands between is not seen at all.
 */
export function seenTo(
  topic: string | null,
  readTo: number,
  loadedTo: number,
  lastSeq: number,
  loadedFrom: number = 0,
): number {
  return topic === null && loadedFrom <= readTo + 1 ? Math.min(loadedTo, lastSeq) : readTo;
}

/** A post that was hidden or taken back is not quoted any longer by those that answer it. */
export function requoted(now: readonly Post[], more: readonly Post[]): readonly Post[] {
  const changed = new Map(more.map((post) => [post.id, post]));
  return now.map((post) => {
    const next = post.answered && changed.get(post.answered.id);
    return next && next.status !== 'VISIBLE' ? { ...post, answered: quotationOf(next) } : post;
  });
}

/** A post as the server quotes it in a reply. */
export function quotationOf({ id, authorName, status, text }: Post): NonNullable<Post['answered']> {
  const gist = text === null || text === undefined ? undefined : [...text].slice(0, quoted).join('');
  return { id, authorName, status, gist };
}

/** By their place; a changed post takes the place it had, and one outside of what is loaded waits for its page. */
export function merged(
  now: readonly Post[],
  more: readonly Post[],
  first: number,
  last: number = Number.POSITIVE_INFINITY,
): readonly Post[] {
  const bySeq = new Map(now.map((post) => [post.seq, post]));
  for (const post of more) {
    const known = bySeq.get(post.seq);
    if (!known || known.change <= post.change) bySeq.set(post.seq, post);
  }
  return [...bySeq.values()].filter((post) => post.seq >= first && post.seq <= last).sort((a, b) => a.seq - b.seq);
}
