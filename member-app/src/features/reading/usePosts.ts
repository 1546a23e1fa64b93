import { useCallback, useEffect, useRef, useState } from 'react';
import { api, got } from '../../api/client';
import type { components } from '../../api/schema';

export type Post = components['schemas']['Post'];

const pollEvery = 5_000;

/** Posts by the group's own sequence, both ways from where I stopped reading; correct by asking again. */
export function usePosts(groupId: string, readTo: number) {
  const [posts, setPosts] = useState<readonly Post[] | null>(null);
  const [hasOlder, setHasOlder] = useState(readTo > 0);
  const [error, setError] = useState<unknown>(null);
  const last = useRef(readTo);
  const first = useRef(readTo + 1);

  const ask = useCallback(
    (query: { after?: number; before?: number; limit: number }) =>
      got(api.GET('/api/reading-groups/{id}/posts', { params: { path: { id: groupId }, query } })),
    [groupId],
  );

  const merge = useCallback((more: readonly Post[]) => {
    setPosts((now) => {
      const bySeq = new Map([...(now ?? []), ...more].map((post) => [post.seq, post]));
      return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
    });
  }, []);

  const older = useCallback(async () => {
    const page = await ask({ before: first.current, limit: 20 });
    merge(page.items);
    first.current = Math.min(first.current, ...page.items.map((post) => post.seq));
    setHasOlder(page.items.length === 20 && first.current > 1);
  }, [ask, merge]);

  const newer = useCallback(async () => {
    for (;;) {
      const page = await ask({ after: last.current, limit: 50 });
      merge(page.items);
      last.current = Math.max(last.current, ...page.items.map((post) => post.seq));
      if (page.items.length < 50) return;
    }
  }, [ask, merge]);

  const attempt = useCallback(async (work: () => Promise<unknown>) => {
    try {
      await work();
      setError(null);
    } catch (problem) {
      setError(problem);
    }
  }, []);

  useEffect(() => {
    void attempt(async () => {
      if (first.current > 1) await older();
      await newer();
    });
    const timer = setInterval(() => document.visibilityState === 'visible' && void attempt(newer), pollEvery);
    return () => clearInterval(timer);
  }, [attempt, newer, older]);

  return {
    posts,
    error,
    older: hasOlder ? () => attempt(older) : null,
    newer: () => attempt(newer),
    lastSeq: last.current,
  };
}
