import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api, read } from '../../api/client';
import { useSession } from '../../api/session';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { Due } from '../../ui/State';
import { nameOf, t } from '../../ui/text';

/** What waits in the person's seats at units of other committees; it is done after changing to that seat. */
export function OtherUnitSeats() {
  const { seat, chooseSeat } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['todo', 'units'],
    queryFn: () => read(api.GET('/api/todo/units')),
    refetchInterval: 60_000,
  });
  const others = data?.filter((each) => each.seatId !== seat?.id && each.groups.length > 0);
  return (
    <>
      <Problem error={error} retry={() => refetch()} />
      {others?.map((other) => (
        <Card
          key={other.seatId}
          title={t('todo.elsewhere', { committee: other.committeeName, unit: other.unitName ?? '' })}
          extra={<Button onClick={() => chooseSeat(other.seatId)}>{t('todo.goThere')}</Button>}
        >
          {other.groups.map((group) => (
            <section key={group.verb}>
              <h3>{t('todo.group', { verb: nameOf('todo.verb', group.verb), count: group.count })}</h3>
              <ul className="todo-list">
                {group.items.map((item) => (
                  <li key={item.subjectId} className="todo-item">
                    <span>{item.title}</span>
                    {item.dueOn ? <Due on={item.dueOn} overdue={item.overdue} /> : <span />}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </Card>
      ))}
    </>
  );
}
