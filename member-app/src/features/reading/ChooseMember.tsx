import { useEffect, useState } from 'react';
import { api, got } from '../../api/client';
import { question, useRemote } from '../../api/remote';
import { t } from '../../text/t';
import { Button, Field, Problem, Shape } from '../../ui/ui';

const shownAtOnce = 30;
const pause = 300;

const membersLike = question((id: string, name: string) =>
  got(
    api.GET('/api/reading-groups/{id}/members', {
      params: { path: { id }, query: { name: name || undefined, limit: shownAtOnce } },
    }),
  ),
);

/** What was typed into a box, once the hand rests. */
export function useRested(typed: string): string {
  const [rested, setRested] = useState(typed.trim());
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return rested;
}

/** One of a group, by the name; `hosts` leaves out those who only read along. */
export function ChooseMember({
  groupId,
  without = [],
  hosts = false,
  busy = false,
  onChoose,
}: {
  groupId: string;
  without?: readonly string[];
  hosts?: boolean;
  busy?: boolean;
  onChoose: (seatId: string, name: string) => void;
}) {
  const [typed, setTyped] = useState('');
  const { data, error, reload } = useRemote(membersLike, groupId, useRested(typed));
  const found = data?.items.filter((each) => !without.includes(each.seatId) && (each.hosts || !hosts));
  return (
    <div className="stack">
      <Field label={t('members.search')} value={typed} onChange={setTyped} />
      {!found && (error ? <Problem error={error} retry={reload} /> : <Shape lines={[100, 100]} />)}
      {typed && found?.length === 0 && <p className="quiet">{t('members.nobody')}</p>}
      <div className="names">
        {found?.map(({ seatId, name }) => (
          <Button key={seatId} onPress={() => onChoose(seatId, name)} disabled={busy}>
            {name}
          </Button>
        ))}
      </div>
      {data?.next && <p className="note">{t('members.narrow', { count: shownAtOnce })}</p>}
    </div>
  );
}
