import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { deliver } from './app/sending';
import { showTextSize, textIsLarge } from './session/session';
import { startOutbox } from './store/outbox';
import { speakPseudo } from './text/t';
import { fetchTheRest } from './ui/late';
import { keepShell } from './worker/release';
import './ui/ui.css';

if (new URLSearchParams(location.search).has('pseudo')) speakPseudo();
openInvitation();
showTextSize(textIsLarge());
startOutbox(deliver);

/** Invitations come as /m/invitations/<token>; the token leaves the address bar's path at once. */
function openInvitation(): void {
  const token = /\/invitations\/([^/]+)$/.exec(location.pathname)?.[1];
  if (token) history.replaceState(null, '', `${import.meta.env.BASE_URL}#/invitations/${token}`);
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
fetchTheRest(keepShell);
