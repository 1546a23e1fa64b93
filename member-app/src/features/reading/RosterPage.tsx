import { useState } from 'react';
import { useRemote } from '../../api/remote';
import type { ReadingGroup, ReadingSession, RosterTurn, RosterWeek } from '../../api/types';
import { t, tOr } from '../../text/t';
import { day } from '../../text/time';
import { Button, Empty, Problem, Refreshable, Shape, Sub } from '../../ui/ui';
import { Written } from '../../ui/Written';
import { FillRoster } from './FillRoster';
import { groupBy } from './group';
import { PlanSession } from './PlanSession';
import { SessionMoves } from './SessionMoves';
import { SwapCard } from './Swaps';
import { isToday, rosterOf } from './Today';

/** Who hosts when, week by week; what waits for an answer comes first. */
export function RosterPage({ id }: { id: string }) {
  const group = useRemote(groupBy, id);
  const roster = useRemote(rosterOf, id);
  const reload = () => Promise.all([group.reload(), roster.reload()]);
  const error = group.error ?? roster.error;
  return (
    <Sub title={t('roster.title')} up={`/reading/${id}`}>
      <Refreshable reload={reload}>
        {error && !(group.data && roster.data) ? <Problem error={error} retry={reload} /> : null}
        {!error && !(group.data && roster.data) && <Shape lines={[100, 100, 100]} />}
        {group.data && roster.data && (
          <div className="stack">
            <p className="quiet">{group.data.theme}</p>
            {group.data.can.includes('plan') && <Planning group={group.data} turns={roster.data.rotation} />}
            {roster.data.clashes.map(({ sessionId }) => (
              <Clash key={sessionId} session={roster.data?.sessions.find(({ id }) => id === sessionId)} />
            ))}
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
      {week.gap && <p className="bad">{gapOf(week)}</p>}
      {sessions.map((session) => (
        <Session key={session.id} session={session} group={group} />
      ))}
    </li>
  );
}

function gapOf(week: RosterWeek): string {
  return week.gapDays.length > 0
    ? t('roster.gapDays', { days: week.gapDays.map((each) => day(each)).join(t('comma')) })
    : t(week.alarm ? 'roster.alarm' : 'roster.gap');
}

function Session({ session, group }: { session: ReadingSession; group: ReadingGroup | null }) {
  return (
    <div className="tight">
      <p className="strong">
        <Written as="span" text={session.topic} />{' '}
        {isToday(session) && <span className="tag ok">{t('roster.today')}</span>}
      </p>
      <p className="quiet">{factsOf(session)}</p>
      {session.materials && <Written text={session.materials} look="prose quiet" />}
      {group && <SessionMoves session={session} group={group} />}
    </div>
  );
}

/** Who hosts in another group in the same days: nothing was refused, and somebody must see to it. */
function Clash({ session }: { session: ReadingSession | undefined }) {
  return session ? (
    <p className="card bad">{t('roster.clash', { day: day(session.startsOn), name: session.hostName ?? '' })}</p>
  ) : null;
}

/** Those who keep the roster fill it, and plan what stands beside the rotation. */
function Planning({ group, turns }: { group: ReadingGroup; turns: readonly RosterTurn[] }) {
  const [sheet, setSheet] = useState<'none' | 'fill' | 'plan'>('none');
  const close = () => setSheet('none');
  return (
    <div className="actions two">
      <Button onPress={() => setSheet('fill')}>{t('roster.fill')}</Button>
      <Button onPress={() => setSheet('plan')}>{t('session.plan')}</Button>
      {sheet === 'fill' && <FillRoster group={group} turns={turns} onClose={close} />}
      {sheet === 'plan' && <PlanSession group={group} onClose={close} />}
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
    session.noShows.length > 0
      ? t('session.missed', { names: session.noShows.map(({ name }) => name).join(t('comma')) })
      : '',
    tOr(`session.${session.status}`, 'status.other'),
  ]
    .filter(Boolean)
    .join(' · ');
}
