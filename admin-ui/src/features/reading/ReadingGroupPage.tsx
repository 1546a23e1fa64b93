import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Empty, Skeleton } from 'antd';
import { useState } from 'react';
import { api, postForFile, read } from '../../api/client';
import type { ReadingGroup } from '../../api/types';
import { ReasonModal } from '../../ui/ExportButton';
import { prose, ratio } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { State } from '../../ui/State';
import { saveBlob } from '../../ui/save';
import { nameOf, t } from '../../ui/text';
import { Written } from '../../ui/Written';
import { bookName } from './book';
import { EnterNote } from './EnterNote';
import { GroupMoves } from './GroupMoves';
import { GroupPosts, useRaised } from './GroupPosts';
import { GroupMembers, GroupRoster } from './GroupRoster';
import { GroupVisits } from './GroupVisits';

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
          {!group.openedOn ? <Empty description={t('reading.notOpenYet')} /> : <GroupPosts id={id} />}
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
        <dt>{t('reading.visibility')}</dt>
        <dd>{seenBy(group)}</dd>
        <dt>{t('reading.members')}</dt>
        <dd>
          {group.capacity
            ? t('reading.memberOf', { count: group.members, capacity: group.capacity })
            : t('reading.memberCount', { count: group.members })}
        </dd>
        {typeof group.contributed === 'number' && (
          <>
            <dt>{t('reading.contributed')}</dt>
            <dd>{ratio(group.contributed, group.members)}</dd>
          </>
        )}
        {group.reason && (
          <>
            <dt>{t('reading.reason')}</dt>
            <Written as="dd" look="" text={group.reason} />
          </>
        )}
        {group.summary && (
          <>
            <dt>{t('reading.summary')}</dt>
            <Written as="dd" text={group.summary} />
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

/** Who sees it: all of a kind, or those of one section. */
function seenBy({ visibility, sectionName: name }: ReadingGroup): string {
  if (!name) return nameOf('reading.visibility', visibility);
  return visibility === 'SECTOR' ? t('reading.only.SECTOR', { name }) : t('reading.only.SPECIAL_COMMITTEE', { name });
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
