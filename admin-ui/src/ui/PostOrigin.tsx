import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, read } from '../api/client';
import { prose } from './format';
import { t } from './text';

/** The post of a reading group that something was written out of, with the way to its group. */
export function PostOrigin({ id }: { id: string }) {
  const { data: post } = useQuery({
    queryKey: ['reading-post', id],
    queryFn: () => read(api.GET('/api/reading-posts/{id}', { params: { path: { id } } })),
  });
  if (!post) return null;
  return (
    <Link to="/reading/$id" params={{ id: post.groupId }}>
      {t('raised.from', { theme: post.theme, author: post.author, day: prose(post.postedOn) })}
    </Link>
  );
}
