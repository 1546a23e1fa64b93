import { api, dropToken, got, holdTokens } from '../../api/client';
import { question, useRemote } from '../../api/remote';
import { useSession } from '../../session/session';
import { t } from '../../text/t';
import { day } from '../../text/time';
import { go } from '../../ui/router';
import { Button, Problem, Shape, useDoing } from '../../ui/ui';
import { askToLogIn, PhoneCode } from './PhoneCode';

const invitationBy = question((token: string) =>
  got(api.GET('/api/invitations/{token}', { params: { path: { token } } })),
);

/** An invitation proves a claim to one seat; the phone code, or the log-in that is there, proves the person. */
export function InvitationPage({ token }: { token: string }) {
  const { data: invitation, error, reload } = useRemote(invitationBy, token);
  return (
    <div className="page">
      <main className="stack">
        <h1>{t('invitation.title')}</h1>
        <Problem error={error} retry={reload} />
        {!invitation && !error && <Shape />}
        {invitation && (
          <>
            <p>{t('invitation.says', { committee: invitation.committeeName, name: invitation.seatName })}</p>
            <p className="quiet">{t('invitation.until', { day: day(invitation.expiresAt) })}</p>
            {invitation.office ? <p className="note">{t('invitation.office')}</p> : <Accept token={token} />}
          </>
        )}
      </main>
    </div>
  );
}

function Accept({ token }: { token: string }) {
  const { standing, enter } = useSession();
  const { error, busy, run } = useDoing();
  const params = { path: { token } };
  const attach = async () => {
    await api.POST('/api/invitations/{token}/acceptance', { params, body: {} });
    go('/', true);
    await enter();
  };
  const accept = async (phone: string, code: string) => {
    dropToken();
    const { accessToken, expiresInSeconds, storeKey } = await got(
      api.POST('/api/invitations/{token}/acceptance', { params, body: { phone, code } }),
    );
    await holdTokens({
      accessToken: accessToken ?? '',
      expiresInSeconds: expiresInSeconds ?? 0,
      storeKey: storeKey ?? '',
    });
    go('/', true);
    await enter();
  };
  if (!('me' in standing))
    return <PhoneCode verb={t('invitation.accept')} ask={(phone) => askToLogIn(phone, token)} onCode={accept} />;
  return (
    <>
      <Button kind="main wide" onPress={() => run(attach)} disabled={busy}>
        {t('invitation.attach')}
      </Button>
      <Problem error={error} />
    </>
  );
}
