import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { deliver } from './app/sending';
import { openAddressAt } from './features/open/address';
import { showTextSize, textIsLarge } from './session/session';
import { startOutbox } from './store/outbox';
import { speakPseudo } from './text/t';
import { Arriving, fetchTheRest, late } from './ui/late';
import { keepShell } from './worker/release';
import './ui/ui.css';

const OpenPage = late(() => import('./features/open/OpenPage').then((it) => it.OpenPage));
/** Anybody's page: no session, nothing waits to be sent, and no shell is kept for somebody who may never come again. */
const open = openAddressAt(location.pathname);

if (new URLSearchParams(location.search).has('pseudo')) speakPseudo();
openInvitation();
showTextSize(textIsLarge());
if (!open) startOutbox(deliver);

/** Invitations come as /m/invitations/<token>; the token leaves the address bar's path at once. */
function openInvitation(): void {
  const token = /\/invitations\/([^/]+)$/.exec(location.pathname)?.[1];
  if (token) history.replaceState(null, '', `${import.meta.env.BASE_URL}#/invitations/${token}`);
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    open ? (
      <Arriving at={location.pathname}>
        <OpenPage {...open} />
      </Arriving>
    ) : (
      <App />
    ),
  );
if (!open) fetchTheRest(keepShell);
