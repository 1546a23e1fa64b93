import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useSession } from '../../api/session';
import { Page } from '../../ui/Page';
import { t } from '../../ui/text';
import { HolidaysTab } from './HolidaysTab';
import { NamesTab } from './NamesTab';
import { OrganizationsTab } from './OrganizationsTab';
import { ReviewTab } from './ReviewTab';
import { SessionsTab } from './SessionsTab';
import { SettingsTab } from './SettingsTab';
import { TakeAway } from './TakeAway';
import { TemplatesTab } from './TemplatesTab';

const route = getRouteApi('/inside/settings');

export function SettingsPage() {
  const { tab } = route.useSearch();
  const navigate = useNavigate();
  const { seat } = useSession();
  return (
    <Page title={t('settings.title')}>
      <Tabs
        activeKey={tab ?? 'rules'}
        onChange={(next) => navigate({ to: '/settings', search: { tab: next }, replace: true })}
        destroyOnHidden
        items={[
          { key: 'rules', label: t('settings.rules'), children: <SettingsTab /> },
          { key: 'review', label: t('settings.review'), children: <ReviewTab /> },
          { key: 'organizations', label: t('settings.organizations'), children: <OrganizationsTab /> },
          { key: 'sessions', label: t('settings.sessions'), children: <SessionsTab /> },
          { key: 'sectors', label: t('settings.sectors'), children: <NamesTab kind="sectors" /> },
          { key: 'special', label: t('settings.special'), children: <NamesTab kind="special-committees" /> },
          { key: 'templates', label: t('settings.templates'), children: <TemplatesTab /> },
          { key: 'holidays', label: t('settings.holidays'), children: <HolidaysTab /> },
          ...(seat?.roles.includes('TENANT_ADMIN')
            ? [{ key: 'away', label: t('takeAway.title'), children: <TakeAway name={seat.committee.name} /> }]
            : []),
        ]}
      />
    </Page>
  );
}
