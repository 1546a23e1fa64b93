import { api, got } from '../../api/client';
import { keptQuestion, useRemote } from '../../api/remote';
import type { ReadingGroup, ReadingSession } from '../../api/types';
import { useSeat } from '../../session/session';
import { t } from '../../text/t';
import { today } from '../../text/time';

export const rosterOf = keptQuestion('roster', (groupId: string) =>
  got(api.GET('/api/reading-groups/{groupId}/roster', { params: { path: { groupId } } })),
);

/** Who hosts today, on top of the talk. */
export function Today({ group }: { group: ReadingGroup }) {
  const { seat } = useSeat();
  const { data } = useRemote(rosterOf, group.id);
  const session = data?.sessions.find(isToday);
  if (!session?.hostName) return null;
  return (
    <p className="strong" dir="auto">
      {session.hostId === seat.id
        ? t('today.mine', { topic: session.topic })
        : t('today.host', { host: session.hostName, topic: session.topic })}
    </p>
  );
}

export function isToday({ startsOn, endsOn, status }: ReadingSession): boolean {
  const day = today();
  return status !== 'CANCELLED' && startsOn <= day && day <= endsOn;
}
