import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Empty, Segmented, Skeleton } from 'antd';
import { api, read } from '../../api/client';
import type { ExcellentPost } from '../../api/types';
import { prose } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { usePages } from '../../ui/usePages';
import { Written } from '../../ui/Written';

const route = getRouteApi('/inside/reading/excellent');

/** What the groups picked as excellent; what the office approves counts as duty. */
export function ExcellentPage() {
  const approved = route.useSearch().approved === 'true';
  const navigate = route.useNavigate();
  const { rows, state } = usePages(['reading-excellent', approved], (after) =>
    read(api.GET('/api/reading-excellent', { params: { query: { approved, after, limit: 20 } } })),
  );
  return (
    <Page title={t('excellent.title')} note={<Link to="/reading">{t('reading.backToList')}</Link>}>
      <div className="stack-wide">
        <div className="row">
          <Segmented
            aria-label={t('excellent.which')}
            value={approved ? 'yes' : 'no'}
            onChange={(value) => navigate({ search: { approved: value === 'yes' ? 'true' : undefined } })}
            options={[
              { value: 'no', label: t('excellent.waiting') },
              { value: 'yes', label: t('excellent.approved') },
            ]}
          />
        </div>
        <Problem error={state.error} retry={() => state.refetch()} />
        {state.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
        {!state.isPending && !state.error && rows.length === 0 && <Empty description={t('excellent.empty')} />}
        {rows.map((excellent) => (
          <ExcellentCard key={excellent.post.id} excellent={excellent} />
        ))}
      </div>
      {state.hasNextPage && <Button onClick={() => state.fetchNextPage()}>{t('common.more')}</Button>}
    </Page>
  );
}

function ExcellentCard({ excellent: { groupId, theme, post } }: { excellent: ExcellentPost }) {
  const params = { path: { groupId, id: post.id } };
  const approve = useAct(() => read(api.PUT('/api/reading-groups/{groupId}/posts/{id}/approval', { params })));
  const unapprove = useAct(() => read(api.DELETE('/api/reading-groups/{groupId}/posts/{id}/approval', { params })));
  return (
    <Card
      title={t('moderation.by', { author: post.authorName })}
      extra={
        <Link to="/reading/$id" params={{ id: groupId }} search={{ post: String(post.seq) }}>
          <Written as="span" look="" text={theme} />
        </Link>
      }
    >
      <p className="quiet">{[nameOf('reading.post', post.kind), prose(post.postedOn)].join(' · ')}</p>
      <Written text={post.text ?? ''} />
      {post.can.includes('approve') && (
        <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate()}>
          {t('excellent.approve')}
        </Button>
      )}
      {post.can.includes('unapprove') && (
        <Button loading={unapprove.isPending} onClick={() => unapprove.mutate()}>
          {t('excellent.unapprove')}
        </Button>
      )}
      <Problem error={approve.error ?? unapprove.error} />
    </Card>
  );
}
