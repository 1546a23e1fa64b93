import { Button, Empty, Skeleton } from 'antd';
import { api, done, read } from '../../api/client';
import { minute } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { SubjectLink } from '../../ui/SubjectLink';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { usePages } from '../../ui/usePages';

/** What is new, the latest first; unread ones carry a dot and the word. */
export function NewsCard() {
  const pages = usePages(['inbox'], (after) =>
    read(api.GET('/api/inbox', { params: { query: { after, limit: 10 } } })),
  );
  const latest = pages.rows[0];
  const unread = pages.rows.filter((item) => !item.read).length;
  const markRead = useAct((upTo: number) => done(api.PUT('/api/inbox/read', { body: { upTo } })));
  return (
    <Card
      title={unread > 0 ? t('news.titleUnread', { count: unread }) : t('news.title')}
      extra={
        latest &&
        unread > 0 && (
          <Button size="small" loading={markRead.isPending} onClick={() => markRead.mutate(latest.seq)}>
            {t('news.markRead')}
          </Button>
        )
      }
    >
      <Problem error={pages.state.error} retry={() => pages.state.refetch()} />
      {pages.state.isPending && <Skeleton active />}
      {!pages.state.isPending && !latest && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('news.empty')} />
      )}
      <ul className="news">
        {pages.rows.map((item) => (
          <li key={item.id} className={item.read ? undefined : 'unread'}>
            <SubjectLink type={item.subjectType} id={item.subjectId}>
              {!item.read && <span className="unread-mark">{t('news.unread')}</span>} {item.title}
            </SubjectLink>
            {item.text && <div>{item.text}</div>}
            <time className="quiet" dateTime={item.at}>
              {minute(item.at)}
            </time>
          </li>
        ))}
      </ul>
      {pages.state.hasNextPage && (
        <Button size="small" loading={pages.state.isFetchingNextPage} onClick={() => pages.state.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </Card>
  );
}
