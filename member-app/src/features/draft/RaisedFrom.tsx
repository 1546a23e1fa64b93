import { api, got } from '../../api/client';
import { question, useRemote } from '../../api/remote';
import { t } from '../../text/t';
import { day } from '../../text/time';
import { Way } from '../../ui/ui';

const placeOf = question((id: string) => got(api.GET('/api/reading-posts/{id}', { params: { path: { id } } })));

/** The post that something was written out of, and the way back to its group. */
export function RaisedFrom({ postId }: { postId: string }) {
  const { data: post } = useRemote(placeOf, postId);
  if (!post) return null;
  return (
    <Way kind="wide" to={`/reading/${post.groupId}`}>
      {t('raised.from', { theme: post.theme, author: post.author, day: day(post.postedOn) })}
    </Way>
  );
}
