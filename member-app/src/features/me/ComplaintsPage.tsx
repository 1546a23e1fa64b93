import { type FormEvent, useState } from 'react';
import { api, got } from '../../api/client';
import { question, refreshAll, useRemote } from '../../api/remote';
import { useSeat } from '../../session/session';
import { newId } from '../../store/ids';
import { useWords } from '../../store/words';
import { t } from '../../text/t';
import { day } from '../../text/time';
import { Button, Choices, Empty, Field, Problem, Refreshable, Shape, Sub, TextBox, useDoing } from '../../ui/ui';
import { Kept } from '../draft/Saved';

type Kind = 'SUGGESTION' | 'COMPLAINT';

const myComplaints = question(() => got(api.GET('/api/complaints')));

/** Suggestions and complaints, and what became of them. */
export function ComplaintsPage() {
  const { data, error, reload } = useRemote(myComplaints);
  return (
    <Sub title={t('complaints.title')} up="/me">
      <Refreshable reload={reload}>
        <div className="stack">
          <Write />
          <h2>{t('complaints.before')}</h2>
          <Problem error={error} retry={reload} />
          {!data && !error && <Shape lines={[100]} />}
          {data?.items.length === 0 && <Empty says={t('complaints.none')} />}
          <ul className="stack">
            {data?.items.map((complaint) => (
              <li key={complaint.id} className="card stack">
                <p className="quiet">
                  {t('complaints.facts', {
                    kind: t(complaint.kind === 'COMPLAINT' ? 'complaints.COMPLAINT' : 'complaints.SUGGESTION'),
                    day: day(complaint.createdAt),
                    no: complaint.trackingNo,
                  })}
                </p>
                <p className="prose">{complaint.text}</p>
                {complaint.answer ? (
                  <p className="note prose">{t('complaints.answer', { answer: complaint.answer })}</p>
                ) : (
                  <p className="quiet">{t('complaints.waiting')}</p>
                )}
              </li>
            ))}
          </ul>
        </div>
      </Refreshable>
    </Sub>
  );
}

function Write() {
  const { seat } = useSeat();
  const box = useWords(seat.id, 'complaint', { text: '', contact: '', kind: 'SUGGESTION', id: '' });
  const { text, contact } = box.texts;
  const kind: Kind = box.texts.kind === 'COMPLAINT' ? 'COMPLAINT' : 'SUGGESTION';
  /** Corrected words are other words: under the id of the first try the server would answer the first ones. */
  const write = (change: { text?: string; contact?: string; kind?: Kind }) => box.write({ ...change, id: '' });
  const [sent, setSent] = useState(false);
  const { error, busy, run } = useDoing();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const sending = { ...box.texts, id: box.texts.id || newId() };
      box.write(sending);
      await api.POST('/api/complaints', { body: { id: sending.id, kind, text, contact: contact || undefined } });
      await box.sent(sending);
      setSent(true);
      refreshAll();
    });
  };
  return (
    <form className="card stack" onSubmit={submit}>
      <Choices
        legend={t('complaints.kind')}
        options={[
          ['SUGGESTION', t('complaints.SUGGESTION')],
          ['COMPLAINT', t('complaints.COMPLAINT')],
        ]}
        value={kind}
        onChange={(chosen) => write({ kind: chosen })}
      />
      <TextBox label={t('complaints.text')} value={text} onChange={(said) => write({ text: said })} rows={4} />
      <Field
        label={t('complaints.contact')}
        help={t('complaints.contactHelp')}
        value={contact}
        onChange={(said) => write({ contact: said })}
      />
      <Kept words={box} />
      <Problem error={error} />
      {sent && !text && (
        <p className="ok" role="status">
          {t('complaints.sent')}
        </p>
      )}
      <Button kind="main wide" submit disabled={!text.trim() || busy}>
        {t('complaints.send')}
      </Button>
    </form>
  );
}
