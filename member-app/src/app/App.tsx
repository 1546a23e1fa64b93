import { lazy, Suspense, useEffect, useState } from 'react';
import { useRemote } from '../api/remote';
import { HomePage, todoNow } from '../features/home/HomePage';
import { ConsentPage } from '../features/login/ConsentPage';
import { InvitationPage } from '../features/login/InvitationPage';
import { LockPage } from '../features/login/LockPage';
import { LoginPage } from '../features/login/LoginPage';
import { SeatPage } from '../features/login/SeatPage';
import { AboutPage } from '../features/me/AboutPage';
import { ComplaintsPage } from '../features/me/ComplaintsPage';
import { DevicesPage } from '../features/me/DevicesPage';
import { MePage } from '../features/me/MePage';
import { PrivacyPage } from '../features/me/PrivacyPage';
import { UnsentPage } from '../features/me/UnsentPage';
import { ProposalPage } from '../features/proposal/ProposalPage';
import { ProposalsPage } from '../features/proposal/ProposalsPage';
import { WritePage } from '../features/proposal/WritePage';
import { GroupPage } from '../features/reading/GroupPage';
import { ReadingPage } from '../features/reading/ReadingPage';
import { SessionProvider, useSeat, useSession } from '../session/session';
import { useUnsent } from '../store/outbox';
import { t } from '../text/t';
import { pageAt, type Route, usePath } from '../ui/router';
import { Empty, Problem, Shape, Way } from '../ui/ui';
import { BottomBar } from './BottomBar';

const tabs: readonly Route[] = [
  ['/', () => <HomePage />],
  ['/proposals', () => <ProposalsPage />],
  ['/reading', () => <ReadingPage />],
  ['/me', () => <MePage />],
];

/** Not among what the first screen needs. */
const Opinion = lazy(() => import('../features/opinion'));

const subpages: readonly Route[] = [
  ['/proposals/:id/edit', (id) => <WritePage key={id} id={id} />],
  ['/proposals/:id', (id) => <ProposalPage id={id} />],
  ['/opinions', () => <Opinion page="list" id="" />],
  ['/opinions/:id/edit', (id) => <Opinion page="write" id={id} />],
  ['/opinions/:id', (id) => <Opinion page="show" id={id} />],
  ['/reading/:id', (id) => <GroupPage key={id} id={id} />],
  ['/me/unsent', () => <UnsentPage />],
  ['/me/devices', () => <DevicesPage />],
  ['/me/privacy', () => <PrivacyPage />],
  ['/me/complaints', () => <ComplaintsPage />],
  ['/me/about', () => <AboutPage />],
];

export function App() {
  return (
    <SessionProvider>
      <Screen />
    </SessionProvider>
  );
}

/** One screen for each standing of the session; the rest only for those who are in. */
function Screen() {
  const { standing } = useSession();
  const path = usePath();
  const invitation = /^\/invitations\/([^/?]+)/.exec(path)?.[1];
  if (invitation && standing.is !== 'STARTING') return <InvitationPage token={decodeURIComponent(invitation)} />;
  switch (standing.is) {
    case 'STARTING':
      return <Waiting />;
    case 'UNREACHABLE':
      return <Waiting error={standing.error} />;
    case 'OUT':
      return <LoginPage />;
    case 'LOCKED':
      return <LockPage />;
    case 'CONSENTING':
      return <ConsentPage version={standing.version} />;
    case 'CHOOSING':
      return <SeatPage me={standing.me} />;
    case 'IN':
      return <Inside key={standing.seat.id} path={path} />;
  }
}

function Waiting({ error = null }: { error?: unknown }) {
  return (
    <div className="page">
      <main className="stack">
        <h1 className="brand">{t('app.name')}</h1>
        {error ? <Problem error={error} retry={() => location.reload()} /> : <Shape lines={[60, 100, 100, 100]} />}
      </main>
    </div>
  );
}

function Inside({ path }: { path: string }) {
  const todo = useRemote(todoNow);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [path]);
  const tab = pageAt(path, tabs);
  if (!tab) return <Suspense fallback={<Waiting />}>{pageAt(path, subpages) ?? <Nowhere />}</Suspense>;
  const count = todo.data?.groups.reduce((sum, group) => sum + group.count, 0) ?? 0;
  return (
    <div className="page with-bar">
      <OfflineStrip />
      {tab}
      <BottomBar path={path} todo={count} />
    </div>
  );
}

function OfflineStrip() {
  const { seat } = useSeat();
  const unsent = useUnsent(seat.id);
  const online = useOnline();
  if (online && unsent.length === 0) return null;
  return (
    <p className="strip" role="status">
      {online ? t('offline.sending', { count: unsent.length }) : t('offline.saved', { count: unsent.length })}
    </p>
  );
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    globalThis.addEventListener('online', look);
    globalThis.addEventListener('offline', look);
    return () => {
      globalThis.removeEventListener('online', look);
      globalThis.removeEventListener('offline', look);
    };
  }, []);
  return online;
}

function Nowhere() {
  return (
    <div className="page">
      <main>
        <Empty says={t('nowhere')}>
          <Way to="/">{t('tab.home')}</Way>
        </Empty>
      </main>
    </div>
  );
}
