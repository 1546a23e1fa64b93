import { api, got } from '../../api/client';
import { listing, refreshAll, usePages } from '../../api/remote';
import { fromLists } from '../../api/sync';
import type { ReadingGroup } from '../../api/types';
import { t, tOr } from '../../text/t';
import { day } from '../../text/time';
import { go } from '../../ui/router';
import { Button, Empty, LineTo, Problem, Refreshable, Shape, useDoing } from '../../ui/ui';

const allGroups = listing(
  (after) => got(api.GET('/api/reading-groups', { params: { query: { after } } })),
  fromLists((lists) => lists.groups),
);

export function ReadingPage() {
  const list = usePages(allGroups);
  return (
    <>
      <header className="head">
        <h1>{t('tab.reading')}</h1>
      </header>
      <Refreshable reload={list.reload}>
        <div className="stack">
          <Problem error={list.error} retry={list.reload} />
          {!list.items && !list.error && <Shape lines={[100, 100]} />}
          {list.items?.length === 0 && <Empty says={t('reading.none')} />}
          <ul className="stack">
            {list.items?.map((group) => (
              <li key={group.id} className="card stack">
                <GroupCard group={group} />
              </li>
            ))}
          </ul>
          {list.more && (
            <Button kind="wide" onPress={list.more}>
              {t('more')}
            </Button>
          )}
        </div>
      </Refreshable>
    </>
  );
}

function GroupCard({ group }: { group: ReadingGroup }) {
  const { error, busy, run } = useDoing();
  const join = () =>
    run(async () => {
      await api.PUT('/api/reading-groups/{id}/membership', { params: { path: { id: group.id } } });
      refreshAll();
      go(`/reading/${group.id}`);
    });
  return (
    <>
      <LineTo to={`/reading/${group.id}`}>
        <span className="strong">{group.theme}</span>
        {group.unread > 0 && (
          <span className="tag bad unread-count">{t('reading.unread', { count: group.unread })}</span>
        )}
        <br />
        <span className="quiet">{groupFacts(group)}</span>
      </LineTo>
      {group.can.includes('join') && (
        <Button kind="main wide" onPress={join} disabled={busy}>
          {t('reading.join')}
        </Button>
      )}
      <Problem error={error} />
    </>
  );
}

export function groupFacts(group: ReadingGroup): string {
  return [
    group.book && t('reading.book', { book: group.book }),
    t('reading.dates', { from: day(group.startsOn), to: day(group.endsOn) }),
    t('reading.members', { count: group.members }),
    tOr(`group.${group.status}`, 'status.other'),
  ]
    .filter(Boolean)
    .join(' · ');
}
