import {
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  BranchesOutlined,
  CheckSquareOutlined,
  ClusterOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  FlagOutlined,
  GlobalOutlined,
  HomeOutlined,
  MessageOutlined,
  NotificationOutlined,
  QuestionCircleOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  SoundOutlined,
  TeamOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../api/session';
import { t } from '../ui/text';
import { type MenuEntry, menuFor, type Place } from './menu';
import { TopBar } from './TopBar';

const icons: Record<Place, ReactNode> = {
  '/': <HomeOutlined />,
  '/proposals': <FileTextOutlined />,
  '/review': <CheckSquareOutlined />,
  '/assignments': <AuditOutlined />,
  '/promises': <FileDoneOutlined />,
  '/proposals/key': <FlagOutlined />,
  '/supervision': <FieldTimeOutlined />,
  '/publications': <NotificationOutlined />,
  '/opinions': <SoundOutlined />,
  '/reading': <BookOutlined />,
  '/quizzes': <QuestionCircleOutlined />,
  '/seats': <TeamOutlined />,
  '/units': <BranchesOutlined />,
  '/figures': <BarChartOutlined />,
  '/rollup': <GlobalOutlined />,
  '/settings': <SettingOutlined />,
  '/access-log': <SafetyCertificateOutlined />,
  '/flagged-ratings': <WarningOutlined />,
  '/complaints': <MessageOutlined />,
  '/operator': <ClusterOutlined />,
};

export function Shell() {
  const { me, seat } = useSession();
  const { pathname } = useLocation();
  const entries = menuFor(seat?.roles, me.operator);
  const here = entries.filter((entry) => isHere(entry.to, pathname)).sort((a, b) => b.to.length - a.to.length)[0];
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <TopBar />
      <nav className="menu no-print" aria-label={t('menu.label')}>
        <ul>
          {entries.map((entry) => (
            <li key={entry.to}>
              <MenuLink entry={entry} here={entry === here} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="content" id="content">
        <Outlet />
      </div>
    </div>
  );
}

function MenuLink({ entry, here }: { entry: MenuEntry; here: boolean }) {
  return (
    <Link to={entry.to} className={here ? 'menu-link here' : 'menu-link'} aria-current={here ? 'page' : undefined}>
      {icons[entry.to]} {t(entry.label)}
    </Link>
  );
}

export function isHere(to: string, pathname: string): boolean {
  return to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
}
