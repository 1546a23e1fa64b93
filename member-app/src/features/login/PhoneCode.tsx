import { type FormEvent, useEffect, useState } from 'react';
import { api, got } from '../../api/client';
import { t } from '../../text/t';
import { Button, Field, Problem, useDoing } from '../../ui/ui';

export function askToLogIn(phone: string, invitation?: string) {
  return got(api.POST('/api/login/phone-codes', { body: { phone, invitation } }));
}

/** A phone number, the six digits sent to it, and one button. */
export function PhoneCode({
  verb,
  label = t('login.phone'),
  sentWords = t('login.sent'),
  ask = askToLogIn,
  onCode,
}: {
  verb: string;
  label?: string;
  sentWords?: string;
  ask?: (phone: string) => Promise<{ resendAfterSeconds: number }>;
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
      const answer = await ask(phone.replace(/\D/g, ''));
      setSent(true);
      setWait(answer.resendAfterSeconds);
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void entering.run(() => onCode(phone.replace(/\D/g, ''), code.trim()));
  };

  return (
    <form className="stack" onSubmit={submit}>
      <Field label={label} kind="tel" value={phone} onChange={setPhone} max={13} />
      <Button kind="wide" onPress={send} disabled={phone.replace(/\D/g, '').length < 11 || wait > 0 || sending.busy}>
        {wait > 0 ? t('login.resendIn', { seconds: wait }) : t(sent ? 'login.resend' : 'login.sendCode')}
      </Button>
      <Problem error={sending.error} />
      {sent && <p className="quiet">{sentWords}</p>}
      <Field label={t('login.code')} kind="code" value={code} onChange={setCode} max={6} />
      <Problem error={entering.error} />
      <Button kind="main wide" submit disabled={code.trim().length !== 6 || entering.busy}>
        {verb}
      </Button>
    </form>
  );
}
