import { useState } from 'react';
import { api, got } from '../../api/client';
import { question, refreshAll, useRemote } from '../../api/remote';
import type { ReadingGroup, ReadingSession, RosterWeek } from '../../api/types';
import { t, tOr } from '../../text/t';
import { day, today } from '../../text/time';
import { Button, Empty, Problem, Refreshable, Shape, Sub, useDoing } from '../../ui/ui';
import { AskSwap, SwapCard } from './Swaps';
import { isToday, rosterOf } from './Today';

const groupBy = question((id: string) => got(api.GET('/api/reading-groups/{id}', { params: { path: { id } } })));

/** Who hosts when, week by week; what waits for an answer comes first. */
export function RosterPage({ id }: { id: string }) {
  const group = useRemote(groupBy, id);
  const roster = useRemote(rosterOf, id);
  const reload = () => Promise.all([group.reload(), roster.reload()]);
  const error = group.error ?? roster.error;
  return (
    <Sub title={t('roster.title')} up={`/reading/${id}`}>
      <Refreshable reload={reload}>
        {error ? <Problem error={error} retry={reload} /> : null}
        {!error && !(group.data && roster.data) && <Shape lines={[100, 100, 100]} />}
        {group.data && roster.data && (
          <div className="stack">
            <p className="quiet">{group.data.theme}</p>
            {roster.data.swaps.map((swap) => (
              <SwapCard
                key={swap.id}
                swap={swap}
                group={group.data ?? null}
                session={roster.data?.sessions.find((each) => each.id === swap.sessionId) ?? null}
              />
            ))}
            {roster.data.weeks.length === 0 && <Empty says={t('roster.none')} />}
            <ul className="stack">
              {roster.data.weeks.map((week) => (
                <Week
                  key={week.monday}
                  week={week}
                  group={group.data}
                  sessions={roster.data?.sessions.filter((each) => week.sessions.includes(each.id)) ?? []}
                />
              ))}
            </ul>
          </div>
        )}
      </Refreshable>
    </Sub>
  );
}

function Week({
  week,
  group,
  sessions,
}: {
  week: RosterWeek;
  group: ReadingGroup | null;
  sessions: readonly ReadingSession[];
}) {
  return (
    <li className={week.alarm ? 'card urgent stack' : 'card stack'}>
      <h2>{t('roster.week', { day: day(week.monday) })}</h2>
      {week.gap && <p className="bad">{t(week.alarm ? 'roster.alarm' : 'roster.gap')}</p>}
      {sessions.map((session) => (
        <Session key={session.id} session={session} group={group} />
      ))}
    </li>
  );
}

function Session({ session, group }: { session: ReadingSession; group: ReadingGroup | null }) {
  const [asking, setAsking] = useState(false);
  const { error, busy, run } = useDoing();
  const hold = () =>
    run(async () => {
      await api.PUT('/api/reading-groups/{groupId}/sessions/{id}/holding', {
        params: { path: { groupId: session.groupId, id: session.id } },
        body: { version: session.version },
      });
      refreshAll();
    });
  return (
    <div className="tight">
      <p className="strong">
        {session.topic} {isToday(session) && <span className="tag ok">{t('roster.today')}</span>}
      </p>
      <p className="quiet">{factsOf(session)}</p>
      {session.materials && <p className="prose quiet">{session.materials}</p>}
      <div className="ways">
        {session.can.includes('lead') && session.startsOn <= today() && (
          <Button kind="small" onPress={hold} disabled={busy}>
            {t('roster.held')}
          </Button>
        )}
        {session.can.includes('ask-swap') && (
          <Button kind="small" onPress={() => setAsking(true)}>
            {t('swap.ask')}
          </Button>
        )}
      </div>
      <Problem error={error} />
      {asking && group && <AskSwap session={session} group={group} onClose={() => setAsking(false)} />}
    </div>
  );
}

function factsOf(session: ReadingSession): string {
  const days =
    session.startsOn === session.endsOn
      ? day(session.startsOn)
      : t('reading.dates', { from: day(session.startsOn), to: day(session.endsOn) });
  return [
    days,
    tOr(`session.${session.kind}`, 'session.ROTA_SHARING'),
    session.hostName ? t('roster.host', { name: session.hostName }) : t('roster.noHost'),
    session.guideName ? t('roster.guide', { name: session.guideName }) : '',
    session.bookPart,
    tOr(`session.${session.status}`, 'status.other'),
  ]
    .filter(Boolean)
    .join(' · ');
}
