import { useEffect } from 'react';
import { api } from '../../api/client';
import { type Remote, useRemote } from '../../api/remote';
import { fromLists } from '../../api/sync';
import type { NewsPage, Todo, TodoItem } from '../../api/types';
import { useSeat, useSession } from '../../session/session';
import { t, tOr } from '../../text/t';
import { day, moment } from '../../text/time';
import { Empty, LineTo, Problem, Refreshable, Shape, Way } from '../../ui/ui';
import { wayTo } from '../../ui/ways';
import { TodayReading } from './TodayReading';

type Duty = { verb: string; item: TodoItem };

export const todoNow = fromLists((lists) => lists.todo);
const latestNews = fromLists((lists) => lists.news);

/** What must I do, then what is new. */
export function HomePage() {
  const todo = useRemote(todoNow);
  const latest = useRemote(latestNews);
  const newest = latest.data?.items.find((item) => !item.read)?.seq;
  useEffect(() => {
    if (newest !== undefined) void api.PUT('/api/inbox/read', { body: { upTo: newest } }).catch(() => {});
  }, [newest]);
  return (
    <>
      <SeatHead />
      <Refreshable reload={() => Promise.all([todo.reload(), latest.reload()])}>
        <section className="stack" aria-labelledby="todo">
          <h2 id="todo">{t('home.todo')}</h2>
          <Duties todo={todo} />
        </section>
        <TodayReading />
        <section className="stack section" aria-labelledby="latest">
          <h2 id="latest">{t('home.latest')}</h2>
          <Latest latest={latest} />
        </section>
      </Refreshable>
    </>
  );
}

function SeatHead() {
  const { me, seat } = useSeat();
  const { chooseAgain } = useSession();
  const words = (
    <span className="grow">
      <span className="strong">{seat.committee.name}</span>
      <br />
      <span className="quiet">{[seat.name, seat.term].filter(Boolean).join(' · ')}</span>
    </span>
  );
  return (
    <header className="head">
      <h1 className="vh">{t('tab.home')}</h1>
      {me.seats.length > 1 ? (
        <button type="button" className="line" onClick={chooseAgain}>
          {words}
          <span className="tag">{t('seat.switch')}</span>
        </button>
      ) : (
        <div className="line">{words}</div>
      )}
    </header>
  );
}

/** The most urgent first: overdue, then by due day, then the oldest. */
export function byUrgency(todo: Todo): Duty[] {
  const rank = ({ item }: Duty) => `${item.overdue ? 0 : 1}${item.dueOn ?? '9999-12-31'}${item.since}`;
  return todo.groups
    .flatMap((group) => group.items.map((item) => ({ verb: group.verb, item })))
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function Duties({ todo }: { todo: Remote<Todo> }) {
  if (todo.error && !todo.data) return <Problem error={todo.error} retry={todo.reload} />;
  if (!todo.data) return <Shape lines={[100, 100]} />;
  const duties = byUrgency(todo.data);
  if (duties.length === 0) return <Empty says={t('home.noTodo')} />;
  return (
    <ul className="stack">
      {duties.map(({ verb, item }) => (
        <li key={verb + item.subjectId} className={item.overdue ? 'card urgent stack' : 'card stack'}>
          <div className="tight">
            <h3>{item.title}</h3>
            <p className="quiet">{dueWords(item)}</p>
          </div>
          <Way kind="main wide" to={placeOf(verb, wayTo(item.subjectType, item.subjectId))}>
            {tOr(`verb.${verb}`, 'verb.open')}
          </Way>
        </li>
      ))}
    </ul>
  );
}

/** From a matter's own page to where the thing is done. */
const further: Readonly<Record<string, string>> = {
  REVISE: '/edit',
  FINISH_DRAFT: '/edit',
  REWRITE_REPORT: '/edit',
  FINISH_REPORT: '/edit',
  WRITE_DIGEST: '/digests',
  HOST_SESSION: '/roster',
  ANSWER_SWAP: '/roster',
  CONFIRM_SWAP: '/roster',
  OPEN_GROUP: '/run',
  REVISE_GROUP: '/run',
  PICK_OWNER: '/run',
  MISSING_HOST: '/roster',
  WRAP_GROUP: '/run',
  SUM_UP_GROUP: '/run',
  OPEN_WITH_WORDS: '/opening',
};

export function placeOf(verb: string, way: string): string {
  return verb === 'CHECK_POST' ? '/reading/moderation' : `${way}${further[verb] ?? ''}`;
}

function dueWords(item: TodoItem): string {
  if (!item.dueOn) return t('home.since', { day: day(item.since) });
  return t(item.overdue ? 'home.overdue' : 'home.due', { day: day(item.dueOn) });
}

function Latest({ latest }: { latest: Remote<NewsPage> }) {
  if (latest.error && !latest.data) return <Problem error={latest.error} retry={latest.reload} />;
  if (!latest.data) return <Shape lines={[80, 60, 80]} />;
  if (latest.data.items.length === 0) return <Empty says={t('home.noNews')} />;
  return (
    <ul className="card between-lines">
      {latest.data.items.map((item) => (
        <li key={item.id}>
          <LineTo to={wayTo(item.subjectType ?? '', item.subjectId ?? '')}>
            <span className={item.read ? '' : 'strong'}>{item.title}</span>
            {item.text && <span className="prose quiet"> {item.text}</span>}
            <br />
            <span className="quiet">{moment(item.at)}</span>
          </LineTo>
        </li>
      ))}
    </ul>
  );
}
