import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useRouteContext } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { api, done, read } from '../../api/client';
import { minute } from '../../ui/format';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

const route = getRouteApi('/invitations/$token');

/** An invitation to a seat: who invites, to what, until when; taken up by somebody who has logged in. */
export function InvitationPage() {
  const { token } = route.useParams();
  const { auth } = useRouteContext({ from: '/invitations/$token' });
  const navigate = useNavigate();
  const path = { params: { path: { token } } };
  const { data, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => read(api.GET('/api/invitations/{token}', path)),
  });
  const { data: loggedIn } = useQuery({ queryKey: ['logged-in'], queryFn: () => auth.isLoggedIn() });
  const accept = useAct(
    () => done(api.POST('/api/invitations/{token}/acceptance', path)),
    () => void navigate({ to: '/' }),
  );
  if (!data && !error) return <Spin fullscreen description={t('common.loading')} />;
  return (
    <main className="plain">
      <section className="card stack">
        <h1>{t('invitation.title')}</h1>
        <Problem error={error} />
        {data && (
          <>
            <p>{t('invitation.text', { committee: data.committee, name: data.name })}</p>
            <dl className="facts">
              <dt>{t('seat.roles')}</dt>
              <dd>{data.roles.map((role) => nameOf('role', role)).join('、')}</dd>
              <dt>{t('invitation.until')}</dt>
              <dd>{minute(data.expiresAt)}</dd>
            </dl>
            <p className="quiet">{t('invitation.note')}</p>
            <Problem error={accept.error} />
            {loggedIn ? (
              <Button type="primary" size="large" loading={accept.isPending} onClick={() => accept.mutate()}>
                {t('invitation.accept')}
              </Button>
            ) : (
              <Button type="primary" size="large" onClick={() => auth.logIn()}>
                {t('invitation.logIn')}
              </Button>
            )}
          </>
        )}
      </section>
    </main>
  );
}
