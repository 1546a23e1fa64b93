import { api, got } from '../../api/client';
import { keptQuestion, useRemote } from '../../api/remote';
import type { RequiredTitle } from '../../api/types';
import { useSeat } from '../../session/session';
import { type Line, put, useJustSent, useUnsent } from '../../store/outbox';
import { t, tOr } from '../../text/t';
import { day, today } from '../../text/time';
import { Button, Empty, Problem, Refreshable, Shape, Sub, useDoing } from '../../ui/ui';
import { Written } from '../../ui/Written';

const requiredIn = keptQuestion('required', (year: string) =>
  got(api.GET('/api/required-titles', { params: { query: { year: Number(year) } } })),
);

/** What all members are asked to read this year, by category; one tap says that it was read. */
export function RequiredPage() {
  const year = Number(today().slice(0, 4));
  const { data, error, reload } = useRemote(requiredIn, String(year));
  const before = useRemote(requiredIn, String(year - 1));
  const left = before.data?.filter(({ can }) => can.includes('confirm')) ?? [];
  return (
    <Sub title={t('required.title')} up="/reading">
      <Refreshable reload={() => Promise.all([reload(), before.reload()])}>
        {!data && (error ? <Problem error={error} retry={reload} /> : <Shape lines={[60, 100, 100]} />)}
        {data && !before.data && <Problem error={before.error} retry={before.reload} />}
        {data?.length === 0 && <Empty says={t('required.none')} />}
        {data && data.length > 0 && (
          <div className="stack">
            <p className="quiet">
              {t('required.mine', { n: data.filter((each) => each.confirmed).length, of: data.length })}
            </p>
            {byCategory(data).map(([category, titles]) => (
              <section key={category} className="stack section" aria-label={category}>
                <h2>{category}</h2>
                <ul className="stack">
                  {titles.map((title) => (
                    <li key={title.id} className="card stack">
                      <Title title={title} />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        )}
        {left.length > 0 && (
          <section className="stack section" aria-labelledby="left">
            <h2 id="left">{t('required.left', { year: year - 1 })}</h2>
            <ul className="stack">
              {left.map((title) => (
                <li key={title.id} className="card stack">
                  <Title title={title} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </Refreshable>
    </Sub>
  );
}

function byCategory(titles: readonly RequiredTitle[]): [string, RequiredTitle[]][] {
  const found = new Map<string, RequiredTitle[]>();
  for (const title of titles) found.set(title.category, [...(found.get(title.category) ?? []), title]);
  return [...found];
}

function Title({ title }: { title: RequiredTitle }) {
  const { seat } = useSeat();
  const { error, busy, run } = useDoing();
  const isOfThis = ({ matter }: Line) => matter.kind === 'required' && matter.titleId === title.id;
  const waiting = useUnsent(seat.id).find(isOfThis);
  const isSent = useJustSent(seat.id).some(isOfThis);
  const confirm = () => run(() => put(seat.id, title.title, { kind: 'required', titleId: title.id }));
  return (
    <>
      <div className="tight">
        <Written text={title.title} look="strong" />
        <p className="quiet">
          {[title.author, t('required.since', { day: day(title.requiredOn) })].filter(Boolean).join(' · ')}
        </p>
        {title.link && (
          <a href={title.link} target="_blank" rel="noreferrer">
            {t('required.open')}
          </a>
        )}
      </div>
      {(title.confirmed || isSent) && <p className="ok">{t('required.confirmed')}</p>}
      {!title.confirmed && waiting && !waiting.refused && <p className="quiet">{t('required.waiting')}</p>}
      {waiting?.refused && <p className="problem">{tOr(`problem.${waiting.refused}`, 'problem.other')}</p>}
      {title.can.includes('confirm') && !isSent && (!waiting || waiting.refused) && (
        <Button kind="wide" onPress={confirm} disabled={busy}>
          {t('required.confirm')}
        </Button>
      )}
      <Problem error={error} />
    </>
  );
}
