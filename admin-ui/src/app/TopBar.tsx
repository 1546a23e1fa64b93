import { DownOutlined, UserOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown, Input, type MenuProps } from 'antd';
import { api, read } from '../api/client';
import { useSession } from '../api/session';
import type { MySeat } from '../api/types';
import { nameOf, t } from '../ui/text';
import { menuFor } from './menu';

/** Where am I, as whom, and a search over case numbers, titles and names. */
export function TopBar() {
  const { seat } = useSession();
  const navigate = useNavigate();
  return (
    <header className="top-bar no-print">
      <span className="top-name">{seat?.committee.name ?? t('app.platform')}</span>
      {seat && <SessionName seat={seat} />}
      <span className="grow" />
      {seat && finds(seat) && (
        <Input.Search
          className="top-search"
          aria-label={t('app.search')}
          placeholder={t('app.search')}
          onSearch={(q) => navigate({ to: '/proposals', search: { q: q || undefined } })}
        />
      )}
      <SeatMenu />
    </header>
  );
}

/** The search is over proposals: for who has them in the menu. */
function finds(seat: MySeat): boolean {
  return menuFor(seat.roles, false).some(({ to }) => to === '/proposals');
}

function SessionName({ seat }: { seat: MySeat }) {
  const { data } = useQuery({ queryKey: ['committee'], queryFn: () => read(api.GET('/api/committee')) });
  return <span className="top-session">{data?.currentSession?.name ?? seat.term}</span>;
}

function SeatMenu() {
  const { me, seat, chooseSeat, signOut } = useSession();
  const navigate = useNavigate();
  const items: MenuProps['items'] = [
    {
      key: 'seats',
      type: 'group',
      label: t('seat.switch'),
      children: me.seats.map((each) => ({ key: each.id, label: seatLabel(each), disabled: each.id === seat?.id })),
    },
    { type: 'divider' },
    { key: 'privacy', label: t('privacy.title') },
    { key: 'sign-out', label: t('auth.signOut') },
  ];
  const onClick: MenuProps['onClick'] = ({ key }) => {
    if (key === 'sign-out') return signOut();
    if (key === 'privacy') return void navigate({ to: '/privacy' });
    chooseSeat(key);
    void navigate({ to: '/' });
  };
  return (
    <Dropdown menu={{ items: me.seats.length > 0 ? items : items.slice(1), onClick }} trigger={['click']}>
      <Button type="text" className="top-seat" icon={<UserOutlined />}>
        {seat ? t('seat.asWhom', { name: seat.name, work: workOf(seat) }) : t('app.operator')}
        <DownOutlined />
      </Button>
    </Dropdown>
  );
}

function seatLabel(seat: MySeat): string {
  return t('seat.inCommittee', { committee: seat.committee.name, name: seat.name, work: workOf(seat) });
}

/** What this seat is there for, in the fewest words. */
function workOf(seat: MySeat): string {
  if (seat.unitName) return seat.unitName;
  const roles = seat.roles.filter((each) => each !== 'MEMBER');
  const role = roles[0] ?? seat.roles[0];
  if (!role) return nameOf('seat.status', seat.status);
  return roles.length > 1
    ? t('seat.workOfSeveral', { work: nameOf('role', role), count: roles.length })
    : nameOf('role', role);
}
