import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { deliver } from './app/sending';
import { showTextSize, textIsLarge } from './session/session';
import { startOutbox } from './store/outbox';
import { speakPseudo } from './text/t';
import './ui/ui.css';

if (new URLSearchParams(location.search).has('pseudo')) speakPseudo();
showTextSize(textIsLarge());
void startOutbox(deliver);
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
