import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useRouteContext } from '@tanstack/react-router';
import { Alert, Button, Form, Input, Spin } from 'antd';
import { useEffect } from 'react';
import { api, read } from '../../api/client';
import { showFields } from '../../ui/FormModal';
import { minute } from '../../ui/format';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

const route = getRouteApi('/invitations/$token');

/** An invitation to a seat: who invites, to what, until when; taken with an account one has, or with a new one. */
export function InvitationPage() {
  const { token } = route.useParams();
  const { auth } = useRouteContext({ from: '/invitations/$token' });
  const { data, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => read(api.GET('/api/invitations/{token}', { params: { path: { token } } })),
  });
  const { data: loggedIn } = useQuery({ queryKey: ['logged-in'], queryFn: () => auth.isLoggedIn() });
  if (!data && !error) return <Spin fullscreen description={t('common.loading')} />;
  return (
    <main className="plain">
      <section className="card">
        <h1>{t('invitation.title')}</h1>
        {/* Once taken it is read again and not found: nobody needs to be told. */}
        {!data && <Problem error={error} />}
        {data && (
          <>
            <p>{t('invitation.text', { committee: data.committeeName, name: data.seatName })}</p>
            <dl className="facts">
              <dt>{t('seat.roles')}</dt>
              <dd>{data.roles.map((role) => nameOf('role', role)).join(t('common.and'))}</dd>
              <dt>{t('invitation.until')}</dt>
              <dd>{minute(data.expiresAt)}</dd>
            </dl>
            <p className="quiet">{t('invitation.note')}</p>
            {loggedIn ? (
              <AcceptAsMyself token={token} />
            ) : (
              <AcceptWithName token={token} onLogIn={() => auth.logIn()} />
            )}
          </>
        )}
      </section>
    </main>
  );
}

function AcceptAsMyself({ token }: { token: string }) {
  const navigate = useNavigate();
  const accept = useAct(
    () => read(api.POST('/api/invitations/{token}/acceptance', { params: { path: { token } }, body: {} })),
    () => void navigate({ to: '/' }),
  );
  return (
    <div className="stack">
      <Problem error={accept.error} />
      <Button type="primary" size="large" loading={accept.isPending} onClick={() => accept.mutate()}>
        {t('invitation.accept')}
      </Button>
    </div>
  );
}

/** Somebody new chooses a log-in name and is given a password for the first log-in, shown once. */
function AcceptWithName({ token, onLogIn }: { token: string; onLogIn: () => void }) {
  const [form] = Form.useForm<{ loginName: string }>();
  const accept = useAct((body: { loginName: string }) =>
    read(api.POST('/api/invitations/{token}/acceptance', { params: { path: { token } }, body })),
  );
  useEffect(() => showFields(form, accept.error), [form, accept.error]);
  if (accept.data?.oneTimePassword) {
    return (
      <div className="stack">
        <Alert
          type="warning"
          showIcon
          role="status"
          title={t('invitation.accepted')}
          description={
            <dl className="facts">
              <dt>{t('invitation.loginName')}</dt>
              <dd className="strong">{accept.data.loginName}</dd>
              <dt>{t('invitation.password')}</dt>
              <dd className="secret">{accept.data.oneTimePassword}</dd>
            </dl>
          }
        />
        <p>{t('invitation.next')}</p>
        <Button type="primary" size="large" onClick={() => window.location.assign('/console/')}>
          {t('invitation.goLogIn')}
        </Button>
      </div>
    );
  }
  return (
    <Form form={form} layout="vertical" onFinish={(values) => accept.mutate(values)}>
      <Form.Item
        name="loginName"
        label={t('invitation.loginName')}
        extra={t('invitation.loginNameHelp')}
        rules={[{ required: true, pattern: /^[a-z][a-z0-9.-]{2,31}$/, message: t('invitation.loginNameShape') }]}
      >
        <Input autoComplete="username" maxLength={32} />
      </Form.Item>
      <Problem error={accept.error} />
      <div className="row">
        <Button type="primary" size="large" htmlType="submit" loading={accept.isPending}>
          {t('invitation.accept')}
        </Button>
        <Button type="link" onClick={onLogIn}>
          {t('invitation.logIn')}
        </Button>
      </div>
    </Form>
  );
}
