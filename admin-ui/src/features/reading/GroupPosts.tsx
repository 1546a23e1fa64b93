import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Empty, Segmented, Skeleton } from 'antd';
import { api, read } from '../../api/client';
import type { Post, Raised } from '../../api/types';
import { minute } from '../../ui/format';
import { Problem } from '../../ui/Problem';
import { SubjectLink } from '../../ui/SubjectLink';
import { isOneOf } from '../../ui/search';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { Written } from '../../ui/Written';
import { PostFiles } from './PostFiles';
import { PostMoves } from './PostMoves';

const route = getRouteApi('/inside/reading/$id');
const marks = ['PINNED', 'EXCELLENT'] as const;

/** What was written in a group, in its order: all of it, what is pinned, what is excellent, or from one post on. */
export function GroupPosts({ id }: { id: string }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mark = isOneOf(marks, search.mark) ? search.mark : undefined;
  const from = mark ? 1 : Number(search.post ?? 1);
  return (
    <>
      <div className="row">
        <Segmented
          aria-label={t('reading.whichPosts')}
          value={mark ?? ''}
          onChange={(value) => navigate({ search: { mark: value || undefined } })}
          options={[
            { value: '', label: t('reading.allPosts') },
            ...marks.map((value) => ({ value, label: nameOf('reading.mark', value) })),
          ]}
        />
        {from > 1 && (
          <Link to="/reading/$id" params={{ id }}>
            {t('reading.fromFirst')}
          </Link>
        )}
      </div>
      <Posts key={`${mark} ${from}`} id={id} mark={mark} from={from} />
    </>
  );
}

function Posts({ id, mark, from }: { id: string; mark?: (typeof marks)[number]; from: number }) {
  const pages = usePages(['posts', id, mark ?? '', from], async (after) => {
    const query = { after: after === undefined ? from - 1 : Number(after), mark, limit: 50 };
    const { items, more } = await read(
      api.GET('/api/reading-groups/{groupId}/posts', { params: { path: { groupId: id }, query } }),
    );
    return { items, next: more ? String(items.at(-1)?.seq) : null };
  });
  const raised = useRaised(id);
  if (pages.state.error) return <Problem error={pages.state.error} retry={() => pages.state.refetch()} />;
  if (pages.state.isPending) return <Skeleton active />;
  if (pages.rows.length === 0) return <Empty description={t(mark ? 'reading.noneMarked' : 'reading.noPosts')} />;
  return (
    <>
      <ol className="posts">
        {pages.rows.map((post) => (
          <li key={post.id}>
            <PostText post={post} />
            <PostFiles post={post} />
            <PostMoves groupId={id} post={post} />
            <RaisedOf raised={raised.data?.filter(({ postId }) => postId === post.id) ?? []} />
          </li>
        ))}
      </ol>
      {pages.state.hasNextPage && <Button onClick={() => pages.state.fetchNextPage()}>{t('common.more')}</Button>}
    </>
  );
}

/** Who wrote it and what was made of it; what is not seen by everybody stands quiet, with its reason. */
function PostText({ post }: { post: Post }) {
  const { answered } = post;
  return (
    <>
      <span className="strong">{post.authorName}</span>{' '}
      <span className="quiet">
        {[
          nameOf('reading.post', post.kind),
          minute(post.createdAt),
          post.entered && t('reading.entered'),
          post.pinned && t('reading.mark.PINNED'),
          post.excellent && t(post.approved ? 'excellent.approved' : 'reading.mark.EXCELLENT'),
          post.status === 'HELD' && t('reading.held'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {answered && (
        <p className="quiet">
          {t('reading.answers', { author: answered.authorName })}
          <Written as="span" look="" text={answered.gist || t('reading.noWords')} />
        </p>
      )}
      <Written look={post.status === 'VISIBLE' ? 'text' : 'text quiet'} text={post.text ?? t('reading.hidden')} />
      {post.hiddenReason && <p className="quiet">{t('reading.hiddenFor', { reason: post.hiddenReason })}</p>}
    </>
  );
}

/** What came of a post; whoever may not open it learns only that. */
function RaisedOf({ raised }: { raised: readonly Raised[] }) {
  return raised.map(({ as, id, out }) => (
    <p key={`${as} ${id ?? ''}`} className="quiet">
      {id ? (
        <SubjectLink type={as} id={id}>
          {nameOf(out ? 'raised' : 'raised.draft', as)}
        </SubjectLink>
      ) : (
        nameOf('raised', as)
      )}
    </p>
  ));
}

export const useRaised = (id: string) =>
  useQuery({
    queryKey: ['raisings', id],
    queryFn: () => read(api.GET('/api/reading-groups/{groupId}/raisings', { params: { path: { groupId: id } } })),
  });
