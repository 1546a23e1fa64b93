import type { Post } from '../../api/types';
import { t, tOr } from '../../text/t';
import { moment } from '../../text/time';
import { Way } from '../../ui/ui';
import { Written } from '../../ui/Written';
import { PostFiles } from './PostFiles';

/** Posts taken out of their talk, each with the way to where it stands. */
export function PostCards({ groupId, posts }: { groupId: string; posts: readonly Post[] }) {
  return (
    <ul className="stack">
      {posts.map((post) => (
        <li key={post.id} className="card tight">
          <p className="quiet">{headOf(post)}</p>
          {post.text && <Written text={post.text} look="prose" />}
          <PostFiles post={post} groupId={groupId} />
          <Way kind="plain small" to={`/reading/posts/${post.id}`}>
            {t('post.inTalk')}
            <span className="vh">{t('post.moreOf', { author: post.authorName })}</span>
          </Way>
        </li>
      ))}
    </ul>
  );
}

function headOf(post: Post): string {
  return [
    post.authorName,
    tOr(`post.${post.kind}`, 'post.REPLY'),
    moment(post.createdAt),
    post.topic && t('topic.tag', { topic: post.topic }),
    post.approved && t('notes.approved'),
  ]
    .filter(Boolean)
    .join(' · ');
}
