import { type FormEvent, useState } from 'react';
import { api, got } from '../../api/client';
import { question, refreshAll, useRemote } from '../../api/remote';
import type { OwnVisit } from '../../api/types';
import { useSeat, useSession } from '../../session/session';
import { useWords } from '../../store/words';
import { bookName } from '../../text/book';
import { t } from '../../text/t';
import { day } from '../../text/time';
import { Button, Field, LineTo, Problem, Refreshable, Shape, useDoing } from '../../ui/ui';
import { Written } from '../../ui/Written';
import { Kept } from '../draft/Saved';

const ownVisit = question(() => got(api.GET('/api/reading-visit')));

/** The home of a reader from another committee: the one group that he is invited to, and what he shows of himself there. */
export function VisitPage() {
  const { me } = useSeat();
  const { chooseAgain } = useSession();
  const { data: visit, error, reload } = useRemote(ownVisit);
  return (
    <>
      <header className="head">
        <h1 className={me.seats.length > 1 ? 'vh' : undefined}>{t('visit.title')}</h1>
        {me.seats.length > 1 && (
          <button type="button" className="line" onClick={chooseAgain}>
            <span className="grow">
              <span className="strong">{t('visit.title')}</span>
              <br />
              <span className="quiet">{visit?.host}</span>
            </span>
            <span className="tag">{t('seat.switch')}</span>
          </button>
        )}
      </header>
      <Refreshable reload={reload}>
        <div className="stack">
          <Problem error={error} retry={reload} />
          {!visit && !error && <Shape lines={[100, 60]} />}
          {visit && <Visit key={visit.begunAt} visit={visit} />}
        </div>
      </Refreshable>
    </>
  );
}

function Visit({ visit }: { visit: OwnVisit }) {
  const [changing, setChanging] = useState(false);
  const facts = [bookName(visit.book), t('reading.dates', { from: day(visit.startsOn), to: day(visit.endsOn) })].join(
    ' · ',
  );
  return (
    <>
      <div className="card tight">
        <Written text={visit.theme} look="strong" />
        <p className="quiet">{facts}</p>
        <p>{t('visit.host', { host: visit.host })}</p>
      </div>
      {visit.endedAt && <p className="note">{t('visit.over')}</p>}
      {!visit.endedAt && visit.begunAt && (
        <>
          <div className="card">
            <LineTo to={`/reading/${visit.groupId}`}>{t('visit.open')}</LineTo>
          </div>
          <p>{t('visit.shownAs', { name: visit.name ?? '', committee: visit.committee ?? '' })}</p>
          {changing ? (
            <Introduce visit={visit} onDone={() => setChanging(false)} />
          ) : (
            <Button kind="plain wide" onPress={() => setChanging(true)}>
              {t('visit.change')}
            </Button>
          )}
        </>
      )}
      {!visit.endedAt && !visit.begunAt && <Introduce visit={visit} onDone={() => {}} />}
      {!visit.endedAt && <Leave begun={Boolean(visit.begunAt)} />}
    </>
  );
}

/** Nothing goes to the committee that invites but what stands in these two lines. */
function Introduce({ visit, onDone }: { visit: OwnVisit; onDone: () => void }) {
  const { seat } = useSeat();
  const box = useWords(seat.id, 'visit', { name: visit.name ?? '', committee: visit.committee ?? '' });
  const { error, busy, run } = useDoing();
  const { name, committee } = box.texts;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const sending = { name, committee };
      await api.PUT('/api/reading-visit', { body: sending });
      await box.sent(sending);
      refreshAll();
      onDone();
    });
  };
  return (
    <form className="card stack" onSubmit={submit}>
      <p>{t('visit.shows')}</p>
      <Field label={t('visit.name')} value={name} onChange={(said) => box.write({ name: said })} />
      <Field label={t('visit.committee')} value={committee} onChange={(said) => box.write({ committee: said })} />
      <Kept words={box} />
      <Problem error={error} />
      <Button kind="main wide" submit disabled={!name.trim() || !committee.trim() || busy}>
        {t(visit.begunAt ? 'visit.save' : 'visit.begin')}
      </Button>
    </form>
  );
}

function Leave({ begun }: { begun: boolean }) {
  const { error, busy, run } = useDoing();
  const [sure, setSure] = useState(false);
  const leave = () =>
    run(async () => {
      await api.DELETE('/api/reading-visit');
      refreshAll();
    });
  return (
    <section className="stack section">
      {sure ? (
        <div className="card stack">
          <p>{t(begun ? 'visit.leaveSure' : 'visit.declineSure')}</p>
          <Button kind="wide" onPress={leave} disabled={busy}>
            {t(begun ? 'visit.leave' : 'visit.decline')}
          </Button>
          <Button kind="plain wide" onPress={() => setSure(false)}>
            {t('visit.stay')}
          </Button>
        </div>
      ) : (
        <Button kind="plain wide" onPress={() => setSure(true)}>
          {t(begun ? 'visit.leave' : 'visit.decline')}
        </Button>
      )}
      <Problem error={error} />
    </section>
  );
}
