import { useCallback, useEffect, useRef, useState } from 'react';
import { actingSeat, api, got } from '../../api/client';
import { keepSeen, recallSeen } from '../../api/remote';
import type { Post } from '../../api/types';

const pollEvery = 5_000;
/** So many of the last posts can be read without a network. */
const readOffline = 50;

type Where = { after: number } | { before: number } | { since: number };

/**
 * Posts by the group's own sequence, both ways from where I stopped reading. Correct by asking what has changed since the
 * last answer; nothing else is needed.
 */
export function usePosts(groupId: string, readTo: number) {
  const [posts, setPosts] = useState<readonly Post[] | null>(null);
  const [hasOlder, setHasOlder] = useState(false);
  const [lastSeq, setLastSeq] = useState(readTo);
  const [error, setError] = useState<unknown>(null);
  const first = useRef(readTo + 1);
  const change = useRef<number | null>(null);

  const shelved = `${actingSeat()}/posts/${groupId}`;
  useEffect(() => {
    void recallSeen<Post[]>(shelved).then((seen) => setPosts((now) => now ?? seen));
  }, [shelved]);
  useEffect(() => {
    if (posts) void keepSeen(shelved, posts.slice(-readOffline));
  }, [shelved, posts]);

  const ask = useCallback(
    async (where: Where) => {
      const query = { ...where, limit: 50 };
      const page = await got(api.GET('/api/reading-groups/{groupId}/posts', { params: { path: { groupId }, query } }));
      if ('before' in where) first.current = Math.min(first.current, ...page.items.map((post) => post.seq));
      setPosts((now) => merged(now ?? [], page.items, first.current));
      setLastSeq(page.lastSeq);
      return page;
    },
    [groupId],
  );

  const older = useCallback(async () => {
    const page = await ask({ before: first.current });
    setHasOlder(page.more);
    return page;
  }, [ask]);

  /** Everything behind the read mark, then whatever changes. */
  const start = useCallback(async () => {
    const { change: asOf } = await older();
    let page = await ask({ after: readTo });
    while (page.more) page = await ask({ after: page.items[page.items.length - 1]?.seq ?? page.lastSeq });
    change.current = asOf;
  }, [ask, older, readTo]);

  const newer = useCallback(async () => {
    if (change.current === null) return start();
    let page = await ask({ since: change.current });
    while (page.more) page = await ask({ since: page.change });
    change.current = page.change;
  }, [ask, start]);

  const attempt = useCallback(async (work: () => Promise<unknown>) => {
    try {
      await work();
      setError(null);
    } catch (problem) {
      setError(problem);
    }
  }, []);

  useEffect(() => {
    void attempt(newer);
    const timer = setInterval(() => document.visibilityState === 'visible' && void attempt(newer), pollEvery);
    return () => clearInterval(timer);
  }, [attempt, newer]);

  return { posts, error, lastSeq, older: hasOlder ? () => attempt(older) : null, newer: () => attempt(newer) };
}

/** By their place; a changed post takes the place it had, and one not loaded yet waits for its page. */
export function merged(now: readonly Post[], more: readonly Post[], first: number): readonly Post[] {
  const bySeq = new Map([...now, ...more].map((post) => [post.seq, post]));
  return [...bySeq.values()].filter((post) => post.seq >= first).sort((a, b) => a.seq - b.seq);
}
