import type { ReactNode } from 'react';
import { t } from '../text/t';

const icons = {
  home: <path d="M4 11l8-7 8 7v8a1 1 0 01-1 1h-5v-6h-4v6H5a1 1 0 01-1-1z" />,
  proposals: <path d="M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7" />,
  reading: <path d="M12 6c-2-2-5-2-8-2v14c3 0 6 0 8 2 2-2 5-2 8-2V4c-3 0-6 0-8 2zM12 6v14" />,
  me: <path d="M12 12a4 4 0 100-8 4 4 0 000 8zM4 20c1-4 4-5 8-5s7 1 8 5" />,
} as const;

/** Four places, or fewer for whoever has fewer; a number is things to do, never noise. */
export function BottomBar({
  path,
  todo,
  places = ['home', 'proposals', 'reading', 'me'],
}: {
  path: string;
  todo: number;
  places?: readonly (keyof typeof icons)[] | undefined;
}) {
  return (
    <nav className="bar" aria-label={t('tab.all')}>
      <ul>
        <Tab to="/" path={path} icon={icons.home} label={t('tab.home')}>
          {todo > 0 && (
            <span className="badge">
              <span className="vh">{t('tab.todo')}</span>
              {todo}
            </span>
          )}
        </Tab>
        {places.includes('proposals') && (
          <Tab to="/proposals" path={path} icon={icons.proposals} label={t('tab.proposals')} />
        )}
        {places.includes('reading') && <Tab to="/reading" path={path} icon={icons.reading} label={t('tab.reading')} />}
        <Tab to="/me" path={path} icon={icons.me} label={t('tab.me')} />
      </ul>
    </nav>
  );
}

function Tab({
  to,
  path,
  icon,
  label,
  children,
}: {
  to: string;
  path: string;
  icon: ReactNode;
  label: string;
  children?: ReactNode;
}) {
  return (
    <li>
      <a href={`#${to}`} aria-current={path === to ? 'page' : undefined}>
        <svg
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
          strokeLinejoin="round"
          strokeLinecap="round"
          aria-hidden="true"
        >
          {icon}
        </svg>
        {label}
        {children}
      </a>
    </li>
  );
}
