import { useEffect } from 'react';
import { api, got } from '../../api/client';
import { keptQuestion, useRemote } from '../../api/remote';
import type { Post } from '../../api/types';
import { t } from '../../text/t';
import { Written } from '../../ui/Written';
import { wordsOf } from './PostLine';

const pinnedIn = keptQuestion('pinned', (groupId: string) =>
  got(
    api.GET('/api/reading-groups/{groupId}/posts', {
      params: { path: { groupId }, query: { mark: 'PINNED', limit: 10 } },
    }),
  ),
);

/** What those who run the group want everybody to find, folded above the talk; asked for anew when a pin on the screen changes. */
export function Pinned({
  groupId,
  known,
  onGo,
}: {
  groupId: string;
  known: readonly Post[];
  onGo: (postId: string) => void;
}) {
  const { data, reload } = useRemote(pinnedIn, groupId);
  const listed = new Set(data?.items.map(({ id }) => id));
  const isOutdated = data !== null && known.some(({ id, pinned }) => pinned !== listed.has(id));
  useEffect(() => {
    if (isOutdated) void reload();
  }, [isOutdated, reload]);
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <details className="card pinned">
      <summary>{t('pinned.title', { count: items.length })}</summary>
      <ul className="between-lines">
        {items.map((post) => (
          <li key={post.id}>
            <button type="button" className="line" onClick={() => onGo(post.id)}>
              <span className="grow">
                <Written as="span" look="gist" text={wordsOf(post) || t('answer.gist')} />
                <span className="quiet">{post.authorName}</span>
              </span>
              <span className="next" aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
