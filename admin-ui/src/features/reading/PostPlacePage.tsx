import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { api, read } from '../../api/client';
import { Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';

const route = getRouteApi('/inside/reading/posts/$id');

/** From a post, as news name it, to its group, which opens at it. */
export function PostPlacePage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['post-place', id],
    queryFn: () => read(api.GET('/api/reading-posts/{id}/place', { params: { path: { id } } })),
  });
  if (data)
    return <Navigate to="/reading/$id" params={{ id: data.groupId }} search={{ post: String(data.seq) }} replace />;
  return (
    <Page title={t('reading.one')}>
      {error ? <Problem error={error} retry={() => refetch()} /> : <Skeleton active />}
    </Page>
  );
}
