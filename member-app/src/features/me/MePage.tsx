import { useState } from 'react';
import { api, got } from '../../api/client';
import { keptQuestion, useRemote } from '../../api/remote';
import { useSeat, useSession } from '../../session/session';
import { useOnlyHere } from '../../store/drafts';
import { useLasting } from '../../store/lasting';
import { useUnsent } from '../../store/outbox';
import { t } from '../../text/t';
import { moment } from '../../text/time';
import { Ask, Button, LineTo, Problem, Refreshable, Shape, Tick, useDoing } from '../../ui/ui';
import { handsIn } from './UnsentPage';

const writtenByMe = keptQuestion('written', () =>
  got(api.GET('/api/proposals', { params: { query: { mine: true, limit: 1, count: true } } })),
);
const joinedGroups = keptQuestion('joined', () =>
  got(api.GET('/api/reading-groups', { params: { query: { mine: true, limit: 1, count: true } } })),
);

export function MePage() {
  const { me, seat } = useSeat();
  const { chooseAgain, setLargeText } = useSession();
  const large = document.documentElement.dataset.size === 'large';
  const [isLarge, setLarge] = useState(large);
  const size = useDoing();
  const switchSize = (on: boolean) => {
    setLarge(on);
    void size.run(() => setLargeText(on));
  };
  return (
    <>
      <header className="head">
        <h1>{t('tab.me')}</h1>
      </header>
      <Refreshable reload={async () => {}}>
        <div className="stack">
          <div className="card tight">
            <p className="strong">{seat.name}</p>
            <p className="quiet">{[seat.committee.name, seat.term].filter(Boolean).join(' · ')}</p>
            {me.seats.length > 1 && <Button onPress={chooseAgain}>{t('seat.switchTo')}</Button>}
          </div>
          <Duty />
          <div className="card">
            <Tick label={t('me.large')} checked={isLarge} onChange={switchSize} />
            <p className="quiet">{t('me.largeHelp')}</p>
            <Problem error={size.error} />
          </div>
          <nav className="card between-lines" aria-label={t('tab.me')}>
            <LineTo to="/me/unsent">{t('outbox.title')}</LineTo>
            <LineTo to="/me/ways-in">{t('waysIn.title')}</LineTo>
            <LineTo to="/me/devices">{t('devices.title')}</LineTo>
            <LineTo to="/me/archive">{t('archive.title')}</LineTo>
            <LineTo to="/me/privacy">{t('privacy.title')}</LineTo>
            <LineTo to="/me/complaints">{t('complaints.title')}</LineTo>
            <LineTo to="/me/about">{t('about.title')}</LineTo>
          </nav>
          <LogOut />
        </div>
      </Refreshable>
    </>
  );
}

/** My duty by kind, as counts that open to their lists. */
function Duty() {
  const written = useRemote(writtenByMe);
  const joined = useRemote(joinedGroups);
  return (
    <section className="card" aria-labelledby="duty">
      <h2 id="duty">{t('me.duty')}</h2>
      <Problem error={written.error ?? joined.error} />
      {!written.data && !written.error ? (
        <Shape lines={[60, 60]} />
      ) : (
        <div className="between-lines">
          <LineTo to="/proposals">
            <span className="row">
              <span className="grow">{t('me.proposals')}</span>
              <span className="strong">{t('me.items', { count: written.data?.total ?? '—' })}</span>
            </span>
          </LineTo>
          <LineTo to="/reading">
            <span className="row">
              <span className="grow">{t('me.groups')}</span>
              <span className="strong">{t('me.groupCount', { count: joined.data?.total ?? '—' })}</span>
            </span>
          </LineTo>
        </div>
      )}
    </section>
  );
}

/** Unsent lines are named before anybody leaves. */
function LogOut() {
  const { leave } = useSession();
  const lines = useUnsent();
  const here = useOnlyHere();
  const lasting = useLasting();
  const drafts = here?.filter((each) => !lines.some((line) => handsIn(line, each))) ?? [];
  const unsent = [
    ...lines.map((line) => ({ key: line.id, title: line.title, writtenAt: line.writtenAt })),
    ...drafts.map(({ key, title }) => ({ key, title: title || t('proposals.untitled'), writtenAt: '' })),
  ];
  const [asking, setAsking] = useState(false);
  const { error, busy, run } = useDoing();
  return (
    <div className="stack">
      <Button kind="wide" onPress={() => setAsking(true)}>
        {t('logout.verb')}
      </Button>
      {asking && (
        <Ask
          title={unsent.length > 0 ? t('logout.unsent', { count: unsent.length }) : t('logout.ask')}
          actions={
            <>
              <Button kind="main" onPress={() => run(leave)} disabled={busy || here === null}>
                {t(unsent.length > 0 ? 'logout.anyway' : 'logout.verb')}
              </Button>
              <Button onPress={() => setAsking(false)}>{t('cancel')}</Button>
            </>
          }
        >
          {here === null && <Shape lines={[80]} />}
          {unsent.length > 0 && (
            <>
              <ul className="tight">
                {unsent.map((line) => (
                  <li key={line.key}>
                    {line.title} <span className="quiet">{line.writtenAt && moment(line.writtenAt)}</span>
                  </li>
                ))}
              </ul>
              <p className={lasting ? '' : 'problem'}>{t(lasting ? 'logout.kept' : 'logout.lost')}</p>
            </>
          )}
          <Problem error={error} />
        </Ask>
      )}
    </div>
  );
}
