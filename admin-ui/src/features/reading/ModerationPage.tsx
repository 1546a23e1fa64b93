import { Link } from '@tanstack/react-router';
import { Button, Empty, Skeleton } from 'antd';
import { useState } from 'react';
import { api, done, read } from '../../api/client';
import type { WaitingPost } from '../../api/types';
import { minute } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { usePages } from '../../ui/usePages';
import { Written } from '../../ui/Written';
import { PostFiles } from './PostFiles';
import { HideModal } from './PostMoves';

/** What is held or reported in all groups, the oldest first. */
export function ModerationPage() {
  const { rows, state } = usePages(['reading-moderation'], (after) =>
    read(api.GET('/api/reading-moderation', { params: { query: { after, limit: 20 } } })),
  );
  return (
    <Page title={t('moderation.title')} note={<Link to="/reading">{t('reading.backToList')}</Link>}>
      <Problem error={state.error} retry={() => state.refetch()} />
      {state.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {!state.isPending && !state.error && rows.length === 0 && <Empty description={t('moderation.empty')} />}
      <div className="stack">
        {rows.map((waiting) => (
          <WaitingCard key={waiting.post.id} waiting={waiting} />
        ))}
      </div>
      {state.hasNextPage && <Button onClick={() => state.fetchNextPage()}>{t('common.more')}</Button>}
    </Page>
  );
}

function WaitingCard({ waiting: { groupId, theme, post, words, reports } }: { waiting: WaitingPost }) {
  const [hiding, setHiding] = useState(false);
  const params = { path: { groupId, id: post.id } };
  const release = useAct(() => read(api.PUT('/api/reading-groups/{groupId}/posts/{id}/release', { params })));
  const keep = useAct(() => done(api.PUT('/api/reading-groups/{groupId}/posts/{id}/keeping', { params })));
  return (
    <Card
      title={t('moderation.by', { author: post.authorName })}
      extra={
        <Link to="/reading/$id" params={{ id: groupId }} search={{ post: String(post.seq) }}>
          <Written as="span" look="" text={theme} />
        </Link>
      }
    >
      <p className="quiet">
        {[
          nameOf('reading.post', post.kind),
          minute(post.createdAt),
          post.heldFor && nameOf('moderation.heldFor', post.heldFor),
          words.length > 0 && t('moderation.words', { words: words.join(t('common.and')) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Written text={post.text ?? ''} />
      <PostFiles post={post} />
      {reports.length > 0 && (
        <ul className="reports">
          {reports.map((report) => (
            <li key={report.at}>{t('moderation.report', { reason: report.reason, at: minute(report.at) })}</li>
          ))}
        </ul>
      )}
      <div className="row">
        {post.can.includes('release') && (
          <Button type="primary" loading={release.isPending} onClick={() => release.mutate()}>
            {t('moderation.release')}
          </Button>
        )}
        {post.status === 'VISIBLE' && reports.length > 0 && (
          <Button type="primary" loading={keep.isPending} onClick={() => keep.mutate()}>
            {t('moderation.keep')}
          </Button>
        )}
        {post.can.includes('hide') && <Button onClick={() => setHiding(true)}>{t('moderation.hide')}</Button>}
      </div>
      <Problem error={release.error ?? keep.error} />
      {hiding && <HideModal groupId={groupId} post={post} onClose={() => setHiding(false)} />}
    </Card>
  );
}
