import { api, got, holdToken } from '../../api/client';
import { question, useRemote } from '../../api/remote';
import { useSession } from '../../session/session';
import { t } from '../../text/t';
import { day } from '../../text/time';
import { go } from '../../ui/router';
import { Problem, Shape } from '../../ui/ui';
import { PhoneCode } from './PhoneCode';

const invitationBy = question((token: string) =>
  got(api.GET('/api/invitations/{token}', { params: { path: { token } } })),
);

/** An invitation proves a claim to one seat; the phone code proves the person. */
export function InvitationPage({ token }: { token: string }) {
  const { data: invitation, error, reload } = useRemote(invitationBy, token);
  const { enter } = useSession();
  const accept = async (phone: string, code: string) => {
    const tokens = await got(
      api.POST('/api/invitations/{token}/acceptance', { params: { path: { token } }, body: { phone, code } }),
    );
    holdToken(tokens.accessToken, tokens.expiresInSeconds);
    go('/', true);
    await enter();
  };
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
            <PhoneCode verb={t('invitation.accept')} onCode={accept} />
          </>
        )}
      </main>
    </div>
  );
}
