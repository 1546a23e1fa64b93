import { Suspense, useEffect, useState } from 'react';
import { useRemote } from '../api/remote';
import { HomePage, todoNow } from '../features/home/HomePage';
import { isVisitor, SessionProvider, useSession } from '../session/session';
import { useLasting } from '../store/lasting';
import { useUnsent } from '../store/outbox';
import { t } from '../text/t';
import { Arriving, late } from '../ui/late';
import { pageAt, type Route, usePath } from '../ui/router';
import { Button, Empty, Problem, Shape, Way } from '../ui/ui';
import { takeRelease, useRelease } from '../worker/release';
import { BottomBar } from './BottomBar';

const ConsentPage = late(() => import('../features/login/ConsentPage').then((it) => it.ConsentPage));
const InvitationPage = late(() => import('../features/login/InvitationPage').then((it) => it.InvitationPage));
const LockPage = late(() => import('../features/login/LockPage').then((it) => it.LockPage));
const ArchivePage = late(() => import('../features/me/ArchivePage').then((it) => it.ArchivePage));
const AboutPage = late(() => import('../features/me/AboutPage').then((it) => it.AboutPage));
const ComplaintsPage = late(() => import('../features/me/ComplaintsPage').then((it) => it.ComplaintsPage));
const DevicesPage = late(() => import('../features/me/DevicesPage').then((it) => it.DevicesPage));
const GroupPage = late(() => import('../features/reading/GroupPage').then((it) => it.GroupPage));
const PostPage = late(() => import('../features/reading/GroupPage').then((it) => it.PostPage));
const LeadingPage = late(() => import('../features/proposal/LeadingPage').then((it) => it.LeadingPage));
const LoginPage = late(() => import('../features/login/LoginPage').then((it) => it.LoginPage));
const MePage = late(() => import('../features/me/MePage').then((it) => it.MePage));
const PrivacyPage = late(() => import('../features/me/PrivacyPage').then((it) => it.PrivacyPage));
const ProposalPage = late(() => import('../features/proposal/ProposalPage').then((it) => it.ProposalPage));
const ProposalsPage = late(() => import('../features/proposal/ProposalsPage').then((it) => it.ProposalsPage));
const ReadingPage = late(() => import('../features/reading/ReadingPage').then((it) => it.ReadingPage));
const RequestsPage = late(() => import('../features/proposal/RequestsPage').then((it) => it.RequestsPage));
const RequiredPage = late(() => import('../features/reading/RequiredPage').then((it) => it.RequiredPage));
const DigestsPage = late(() => import('../features/reading/DigestsPage').then((it) => it.DigestsPage));
const RosterPage = late(() => import('../features/reading/RosterPage').then((it) => it.RosterPage));
const SeatPage = late(() => import('../features/login/SeatPage').then((it) => it.SeatPage));
const UnsentPage = late(() => import('../features/me/UnsentPage').then((it) => it.UnsentPage));
const VisitPage = late(() => import('../features/reading/VisitPage').then((it) => it.VisitPage));
const WaysInPage = late(() => import('../features/me/WaysInPage').then((it) => it.WaysInPage));
const PublishedPage = late(() => import('../features/proposal/PublishedPage').then((it) => it.PublishedPage));
const PublishedOnePage = late(() => import('../features/proposal/PublishedPage').then((it) => it.PublishedOnePage));
const WritePage = late(() => import('../features/proposal/WritePage').then((it) => it.WritePage));

const tabs: readonly Route[] = [
  ['/', () => <HomePage />],
  ['/proposals', () => <ProposalsPage />],
  ['/reading', () => <ReadingPage />],
  ['/me', () => <MePage />],
];

/** A reader from another committee has one group here, and himself. */
const visitorsTabs: readonly Route[] = [
  ['/', () => <VisitPage />],
  ['/me', () => <MePage />],
];

/** Not among what the first screen needs. */
const Opinion = late(() => import('../features/opinion').then((it) => it.Opinion));

const Library = late(() => import('../features/library').then((it) => it.Library));

const Running = late(() => import('../features/reading/running').then((it) => it.Running));

const Quiz = late(() => import('../features/quiz').then((it) => it.Quiz));

const subpages: readonly Route[] = [
  ['/proposals/:id/edit', (id) => <WritePage key={id} id={id} />],
  ['/proposals/requests', () => <RequestsPage />],
  ['/leading', () => <LeadingPage />],
  ['/published', () => <PublishedPage />],
  ['/published/:id', (id) => <PublishedOnePage id={id} />],
  ['/proposals/:id', (id) => <ProposalPage id={id} />],
  ['/opinions', () => <Opinion page="list" id="" />],
  ['/opinions/:id/edit', (id) => <Opinion page="write" id={id} />],
  ['/opinions/:id', (id) => <Opinion page="show" id={id} />],
  ['/reading/required', () => <RequiredPage />],
  ['/reading/notes', () => <Running page="notes" id="" />],
  ['/reading/new', () => <Running page="new" id="" />],
  ['/reading/moderation', () => <Running page="moderation" id="" />],
  ['/reading/:id/search', (id) => <Running key={id} page="search" id={id} />],
  ['/reading/posts/:id', (id) => <PostPage key={id} id={id} />],
  ['/reading/:id/excellent', (id) => <Running key={id} page="excellent" id={id} />],
  ['/reading/:id/run', (id) => <Running key={id} page="run" id={id} />],
  ['/reading/:id/edit', (id) => <Running key={id} page="edit" id={id} />],
  ['/reading/:id/opening', (id) => <GroupPage key={id} id={id} begin="opening" />],
  ['/reading/:id/aloud', (id) => <GroupPage key={id} id={id} begin="aloud" />],
  ['/reading/:id/digests', (id) => <DigestsPage key={id} id={id} />],
  ['/reading/:id/roster', (id) => <RosterPage key={id} id={id} />],
  ['/reading/:id', (id) => <GroupPage key={id} id={id} />],
  ['/books', () => <Library page="list" id="" />],
  ['/books/new', () => <Library page="new" id="" />],
  ['/books/saved', () => <Library page="saved" id="" />],
  ['/books/:id', (id) => <Library key={id} page="show" id={id} />],
  ['/quizzes', () => <Quiz page="list" id="" />],
  ['/quizzes/:id', (id) => <Quiz page="show" id={id} />],
  ['/quiz-attempts/:id', (id) => <Quiz page="attempt" id={id} />],
  ['/me/unsent', () => <UnsentPage />],
  ['/me/ways-in', () => <WaysInPage />],
  ['/me/devices', () => <DevicesPage />],
  ['/me/privacy', () => <PrivacyPage />],
  ['/me/complaints', () => <ComplaintsPage />],
  ['/me/archive', () => <ArchivePage />],
  ['/me/about', () => <AboutPage />],
];

export function App() {
  return (
    <SessionProvider>
      <Arriving at={usePath()}>
        <Screen />
      </Arriving>
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
      return <Inside key={standing.seat.id} path={path} visiting={isVisitor(standing.seat)} />;
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

function Inside({ path, visiting }: { path: string; visiting: boolean }) {
  const todo = useRemote(todoNow);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [path]);
  const tab = pageAt(path, visiting ? visitorsTabs : tabs);
  useEffect(() => {
    if (tab) document.title = t('app.name');
  }, [tab]);
  if (!tab) return <Suspense fallback={<Waiting />}>{pageAt(path, subpages) ?? <Nowhere />}</Suspense>;
  const count = todo.data?.groups.reduce((sum, group) => sum + group.count, 0) ?? 0;
  return (
    <div className="page with-bar">
      <OfflineStrip />
      <ReleaseStrip />
      <Suspense
        fallback={
          <main>
            <Shape />
          </main>
        }
      >
        {tab}
      </Suspense>
      <BottomBar path={path} todo={count} places={visiting ? ['home', 'me'] : undefined} />
    </div>
  );
}

function OfflineStrip() {
  const unsent = useUnsent();
  const online = useOnline();
  const lasting = useLasting();
  if (online && unsent.length === 0) return null;
  return (
    <p className="strip" role="status">
      {t(!lasting ? 'offline.notKept' : online ? 'offline.sending' : 'offline.saved', { count: unsent.length })}
    </p>
  );
}

/** A new release comes when the person says so, or with the next opening. */
function ReleaseStrip() {
  if (!useRelease()) return null;
  return (
    <div className="strip row" role="status">
      <span className="grow">{t('release.ready')}</span>
      <Button onPress={takeRelease}>{t('release.take')}</Button>
    </div>
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
