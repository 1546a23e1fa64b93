import './ui/tokens.css';
import './ui/console.css';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { Auth } from './app/auth';
import { BrokenPage } from './app/BrokenPage';
import { speakPseudo } from './ui/text';

dayjs.locale('zh-cn');
if (wantsPseudo()) speakPseudo();

const place = document.getElementById('root');
if (place) {
  const root = createRoot(place);
  Auth.start().then(
    (auth) => root.render(<App auth={auth} />),
    (error) => root.render(<BrokenPage error={error} />),
  );
}

/** `?lang=pseudo` holds for the tab, because logging in leaves the page and comes back. */
function wantsPseudo(): boolean {
  const asked = new URLSearchParams(window.location.search).get('lang');
  if (asked) sessionStorage.setItem('lang', asked);
  return sessionStorage.getItem('lang') === 'pseudo';
}
