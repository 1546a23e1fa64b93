import { type FormEvent, useEffect, useState } from 'react';
import { api, got } from '../../api/client';
import { t } from '../../text/t';
import { Button, Field, Problem, useDoing } from '../../ui/ui';

/** A phone number, the six digits sent to it, and one button. */
export function PhoneCode({
  verb,
  invitation,
  onCode,
}: {
  verb: string;
  invitation?: string;
  onCode: (phone: string, code: string) => Promise<void>;
}) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [wait, setWait] = useState(0);
  const [sent, setSent] = useState(false);
  const sending = useDoing();
  const entering = useDoing();

  useEffect(() => {
    if (wait <= 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);

  const send = () =>
    sending.run(async () => {
      const answer = await got(
        api.POST('/api/login/phone-codes', { body: { phone: phone.replace(/\D/g, ''), invitation } }),
      );
      setSent(true);
      setWait(answer.resendAfterSeconds);
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void entering.run(() => onCode(phone.replace(/\D/g, ''), code.trim()));
  };

  return (
    <form className="stack" onSubmit={submit}>
      <Field label={t('login.phone')} kind="tel" value={phone} onChange={setPhone} max={13} />
      <Button kind="wide" onPress={send} disabled={phone.replace(/\D/g, '').length < 11 || wait > 0 || sending.busy}>
        {wait > 0 ? t('login.resendIn', { seconds: wait }) : t(sent ? 'login.resend' : 'login.sendCode')}
      </Button>
      <Problem error={sending.error} />
      {sent && <p className="quiet">{t('login.sent')}</p>}
      <Field label={t('login.code')} kind="code" value={code} onChange={setCode} max={6} />
      <Problem error={entering.error} />
      <Button kind="main wide" submit disabled={code.trim().length !== 6 || entering.busy}>
        {verb}
      </Button>
    </form>
  );
}
