import { api, got } from '../../api/client';
import { keptQuestion, listing, type Page, usePages } from '../../api/remote';
import type { Post } from '../../api/types';
import { t } from '../../text/t';
import { Listed } from '../../ui/Listed';
import { Refreshable, Sub } from '../../ui/ui';
import { PostCards } from './PostCards';

/** The newest first; a page goes on before the place of its oldest. */
async function excellentBefore(groupId: string, before?: string): Promise<Page<Post>> {
  const query = { mark: 'EXCELLENT', before: before ? Number(before) : undefined, limit: 20 } as const;
  const { items, more } = await got(
    api.GET('/api/reading-groups/{groupId}/posts', { params: { path: { groupId }, query } }),
  );
  return { items: [...items].reverse(), next: more ? String(items[0]?.seq) : null };
}

const excellentIn = listing(
  (before, groupId: string) => excellentBefore(groupId, before),
  keptQuestion('excellent', (groupId: string) => excellentBefore(groupId)),
);

/** What of a group was called excellent, each with the way to where it stands. */
export function ExcellentPage({ id }: { id: string }) {
  const posts = usePages(excellentIn, id);
  return (
    <Sub title={t('excellent.title')} up={`/reading/${id}`}>
      <Refreshable reload={posts.reload}>
        <div className="stack">
          <Listed list={posts} none={t('excellent.none')}>
            {(items) => <PostCards groupId={id} posts={items} />}
          </Listed>
        </div>
      </Refreshable>
    </Sub>
  );
}
