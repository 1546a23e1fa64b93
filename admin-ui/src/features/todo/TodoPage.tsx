import { ExclamationCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { Button, Empty, Skeleton } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useSession } from '../../api/session';
import type { Todo } from '../../api/types';
import { day, prose, today } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { Due } from '../../ui/State';
import { SubjectLink } from '../../ui/SubjectLink';
import { nameOf, t } from '../../ui/text';
import { NewsCard } from './NewsCard';
import { OtherUnitSeats } from './OtherUnitSeats';

/** Home: what waits for me, the late things first. */
export function TodoPage() {
  const { me, seat } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['todo'],
    queryFn: () => read(api.GET('/api/todo')),
    enabled: seat !== undefined,
    refetchInterval: 60_000,
  });
  if (!seat && me.operator) return <Navigate to="/operator" replace />;
  const waiting = data?.groups.filter((group) => group.count > 0);
  return (
    <Page title={t('todo.title')} note={t('todo.today', { day: prose(today()) })}>
      <Problem error={error} retry={() => refetch()} />
      {!seat && <Empty description={t('todo.noSeat')} />}
      {seat && (
        <div className="matter">
          <div>
            {!error && !waiting && <Skeleton active paragraph={{ rows: 8 }} />}
            {waiting?.length === 0 && (
              <Card>
                <Empty description={t('todo.empty')} />
              </Card>
            )}
            {waiting && waiting.length > 1 && <Overview groups={waiting} />}
            {waiting?.map((group) => (
              <TodoGroup key={group.verb} group={group} />
            ))}
            {seat.unitName && me.seats.length > 1 && <OtherUnitSeats />}
          </div>
          <aside className="aside">
            <NewsCard />
          </aside>
        </div>
      )}
    </Page>
  );
}

type Group = Todo['groups'][number];

const shortly = 6;
const place = (group: Group) => `todo-${group.verb}`;

/** Everything that waits, in one line: what is late stands out, and each leads to its rows. */
function Overview({ groups }: { groups: Group[] }) {
  return (
    <nav className="todo-overview" aria-label={t('todo.overview')}>
      {groups.map((group) => (
        <a key={group.verb} href={`#${place(group)}`} className="link-button">
          {t('todo.group', { verb: nameOf('todo.verb', group.verb), count: group.count })}
          {group.overdue > 0 && (
            <span className="overdue">
              {' '}
              <ExclamationCircleFilled /> {t('todo.lateShort', { count: group.overdue })}
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}

function TodoGroup({ group }: { group: Group }) {
  const [all, setAll] = useState(false);
  const verb = nameOf('todo.verb', group.verb);
  const shown = all ? group.items : group.items.slice(0, shortly);
  return (
    <Card
      id={place(group)}
      title={t('todo.group', { verb, count: group.count })}
      extra={
        group.overdue > 0 && (
          <span className="overdue">
            <ExclamationCircleFilled /> {t('todo.late', { count: group.overdue })}
          </span>
        )
      }
    >
      <ul className="todo-list">
        {shown.map((item) => (
          <li key={`${item.subjectType}:${item.subjectId}`} className="todo-item">
            <SubjectLink type={item.subjectType} id={item.subjectId}>
              {item.title}
            </SubjectLink>
            <span className="quiet">{t('todo.since', { day: day(item.since) })}</span>
            {item.overdue ? (
              <Due on={item.dueOn} overdue />
            ) : (
              <span>{item.dueOn && t('todo.by', { day: item.dueOn })}</span>
            )}
            <SubjectLink type={item.subjectType} id={item.subjectId} verb={group.verb} button>
              {verb}
            </SubjectLink>
          </li>
        ))}
      </ul>
      {shown.length < group.items.length && (
        <Button type="link" onClick={() => setAll(true)}>
          {t('todo.showMore', { count: group.items.length - shown.length })}
        </Button>
      )}
      {shown.length === group.items.length && group.count > shown.length && (
        <p className="quiet">{t('todo.moreInList', { count: group.count - shown.length })}</p>
      )}
    </Card>
  );
}
