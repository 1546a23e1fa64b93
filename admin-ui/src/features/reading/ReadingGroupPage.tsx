import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Empty, Skeleton } from 'antd';
import { useState } from 'react';
import { api, postForFile, read } from '../../api/client';
import type { Raised, ReadingGroup } from '../../api/types';
import { ReasonModal } from '../../ui/ExportButton';
import { minute, prose, ratio } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { State } from '../../ui/State';
import { SubjectLink } from '../../ui/SubjectLink';
import { saveBlob } from '../../ui/save';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { bookName } from './book';
import { EnterNote } from './EnterNote';
import { GroupMoves } from './GroupMoves';
import { GroupMembers, GroupRoster } from './GroupRoster';
import { GroupVisits } from './GroupVisits';
import { PostFiles } from './PostFiles';
import { PostMoves } from './PostMoves';

const route = getRouteApi('/inside/reading/$id');

export function ReadingGroupPage() {
  const { id } = route.useParams();
  const {
    data: group,
    error,
    refetch,
  } = useQuery({
    queryKey: ['reading-group', id],
    queryFn: () => read(api.GET('/api/reading-groups/{id}', { params: { path: { id } } })),
  });
  if (!group) {
    return (
      <Page title={t('reading.one')}>
        {error ? <Problem error={error} retry={() => refetch()} /> : <Skeleton active />}
      </Page>
    );
  }
  return (
    <Page title={group.theme} note={<Link to="/reading">{t('reading.backToList')}</Link>}>
      <div className="matter">
        <Card
          title={t('reading.posts')}
          extra={
            <>
              {group.can.includes('enterNote') && <EnterNote group={group} />}{' '}
              {group.can.includes('export') && <TakePosts group={group} />}
            </>
          }
        >
          {!group.openedOn ? <Empty description={t('reading.notOpenYet')} /> : <Posts id={id} />}
        </Card>
        <aside className="aside">
          <Standing group={group} />
          <GroupMoves key={group.id} group={group} />
          <GroupRoster group={group} />
          <GroupMembers group={group} />
          {group.can.includes('addMember') && <GroupVisits group={group} />}
        </aside>
      </div>
    </Page>
  );
}

/** All posts that are seen, as a marked file, for a reason that the log keeps. */
function TakePosts({ group }: { group: ReadingGroup }) {
  const [asking, setAsking] = useState(false);
  const name = t('reading.postsOf', { theme: group.theme });
  const send = async (reason: string) =>
    saveBlob(`${name}.xlsx`, await postForFile(`/api/reading-groups/${group.id}/post-exports`, { reason }));
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('common.export')}</Button>
      {asking && <ReasonModal name={name} verb={t('common.export')} onSend={send} onClose={() => setAsking(false)} />}
    </>
  );
}

function Standing({ group }: { group: ReadingGroup }) {
  return (
    <Card title={t('reading.standing')}>
      <p className="strong">
        <State family="reading.status" code={group.status} />
      </p>
      <dl className="facts">
        <dt>{t('reading.book')}</dt>
        <dd>
          <GroupBooks group={group} />
        </dd>
        <dt>{t('reading.dates')}</dt>
        <dd>{t('reading.fromTo', { from: prose(group.startsOn), to: prose(group.endsOn) })}</dd>
        <dt>{t('reading.owner')}</dt>
        <dd>{group.ownerName}</dd>
        <dt>{t('reading.members')}</dt>
        <dd>{t('reading.memberCount', { count: group.members })}</dd>
        {typeof group.contributed === 'number' && (
          <>
            <dt>{t('reading.contributed')}</dt>
            <dd>{ratio(group.contributed, group.members)}</dd>
          </>
        )}
        {group.reason && (
          <>
            <dt>{t('reading.reason')}</dt>
            <dd>{group.reason}</dd>
          </>
        )}
        {group.summary && (
          <>
            <dt>{t('reading.summary')}</dt>
            <dd className="text">{group.summary}</dd>
          </>
        )}
        {group.openedOn && <Conversions id={group.id} />}
        {group.openedOn && (
          <>
            <dt>{t('reading.openedOn')}</dt>
            <dd>{prose(group.openedOn)}</dd>
          </>
        )}
      </dl>
      {group.openedOn && (
        <Link to="/reading/$id/digests" params={{ id: group.id }} className="link-button">
          {t('digest.title')}
        </Link>
      )}
    </Card>
  );
}

/** How many proposals and reports came of its posts, once they were handed in: what the group is measured by. */
function Conversions({ id }: { id: string }) {
  const { data } = useRaised(id);
  if (!data) return null;
  return (
    <>
      <dt>{t('reading.conversions')}</dt>
      <dd>{t('reading.conversionCount', { count: data.filter(({ out }) => out).length })}</dd>
    </>
  );
}

const useRaised = (id: string) =>
  useQuery({
    queryKey: ['raisings', id],
    queryFn: () => read(api.GET('/api/reading-groups/{groupId}/raisings', { params: { path: { groupId: id } } })),
  });

/** The books of the library that it reads, or the one that it proposes. */
function GroupBooks({ group }: { group: ReadingGroup }) {
  if (group.books.length === 0) return bookName(group.book);
  return group.books.map(({ id, title }) => (
    <div key={id}>
      <Link to="/reading/books/$id" params={{ id }}>
        {bookName(title)}
      </Link>
    </div>
  ));
}

function Posts({ id }: { id: string }) {
  const pages = usePages(['posts', id], (after) =>
    read(
      api.GET('/api/reading-groups/{groupId}/posts', {
        params: { path: { groupId: id }, query: { after: after === undefined ? 0 : Number(after), limit: 50 } },
      }),
    ),
  );
  const raised = useRaised(id);
  if (pages.state.error) return <Problem error={pages.state.error} retry={() => pages.state.refetch()} />;
  if (pages.state.isPending) return <Skeleton active />;
  if (pages.rows.length === 0) return <Empty description={t('reading.noPosts')} />;
  return (
    <>
      <ol className="posts">
        {pages.rows.map((post) => (
          <li key={post.id}>
            <span className="strong">{post.authorName}</span>{' '}
            <span className="quiet">
              {nameOf('reading.post', post.kind)} · {minute(post.createdAt)}
              {post.entered && ` · ${t('reading.entered')}`}
            </span>
            <p className="text">{post.text ?? t('reading.hidden')}</p>
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
