import './ui/tokens.css';
import './ui/console.css';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { Auth } from './app/auth';
import { Problem } from './ui/Problem';
import { speakPseudo } from './ui/text';

dayjs.locale('zh-cn');
if (new URLSearchParams(window.location.search).get('lang') === 'pseudo') speakPseudo();

const place = document.getElementById('root');
if (place) {
  const root = createRoot(place);
  Auth.start().then(
    (auth) => root.render(<App auth={auth} />),
    (error) => root.render(<Problem error={error} retry={() => window.location.reload()} />),
  );
}
