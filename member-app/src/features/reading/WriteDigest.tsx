import { useEffect, useState } from 'react';
import { api, got } from '../../api/client';
import { hasCode, isRecord, textOf } from '../../api/problem';
import { question, refreshAll, useRemote } from '../../api/remote';
import type { ReadingDigest } from '../../api/types';
import { useSeat } from '../../session/session';
import { useWords } from '../../store/words';
import { t } from '../../text/t';
import { Button, Field, Problem, Shape, TextBox, tooMany, useDoing } from '../../ui/ui';

const digestBy = question((groupId: string, monday: string) =>
  got(api.GET('/api/reading-groups/{groupId}/digests/{monday}', { params: { path: { groupId, monday } } })),
);

const longest = 5000;

type Props = { groupId: string; monday: string; onDone: () => Promise<void>; onClose: () => void };

/**
 * The digest of a week in its host's hand: it begins with what the week suggests, and stays on the phone until it is sent. What
 * it was begun from stays the same under the hand; after a conflict it goes on from what stands by then.
 */
export function WriteDigest(props: Props) {
  const { data, error, loading, reload } = useRemote(digestBy, props.groupId, props.monday);
  const [base, setBase] = useState<ReadingDigest | null>(null);
  useEffect(() => {
    if (!base && data && !loading && !error) setBase(data);
  }, [base, data, loading, error]);
  const again = async () => {
    await reload();
    setBase(null);
  };
  if (base) return <Writing {...props} digest={base} again={again} />;
  return error ? <Problem error={error} retry={reload} /> : <Shape lines={[100, 100, 60]} />;
}

function Writing({
  groupId,
  monday,
  digest,
  again,
  onDone,
  onClose,
}: Props & { digest: ReadingDigest; again: () => Promise<void> }) {
  const { seat } = useSeat();
  const box = useWords(seat.id, `digest/${groupId}.${monday}`, { text: '', reason: '' });
  const { texts } = box;
  const { text, reason } = texts;
  const [touched, setTouched] = useState(false);
  const { error, busy, run } = useDoing();
  const words = touched || text ? text : (digest.text ?? '');
  const isOutdated = hasCode(error, 'reading.digest-version');
  const corrects = digest.can.includes('correct');
  const params = { path: { groupId, monday } };
  const body = { version: digest.version, text: words };
  useEffect(() => {
    if (text) setTouched(true);
  }, [text]);
  const change = (next: string) => {
    setTouched(true);
    box.write({ text: next });
  };
  const send = (call: () => Promise<unknown>) =>
    run(async () => {
      await call();
      await box.sent(texts);
      refreshAll();
      await onDone();
    });
  const save = () => send(() => api.PUT('/api/reading-groups/{groupId}/digests/{monday}', { params, body }));
  const publish = () =>
    send(() => api.PUT('/api/reading-groups/{groupId}/digests/{monday}/publication', { params, body }));
  const correct = () =>
    send(() =>
      api.PUT('/api/reading-groups/{groupId}/digests/{monday}/correction', { params, body: { ...body, reason } }),
    );
  const isTooLong = tooMany(words, longest) > 0;
  return (
    <div className="stack">
      <TextBox
        label={t('digest.text')}
        help={digest.suggested && !touched ? t('digest.suggested') : undefined}
        rows={8}
        max={longest}
        value={words}
        onChange={change}
      />
      {corrects && (
        <Field label={t('digest.reason')} value={reason} onChange={(said) => box.write({ reason: said })} max={200} />
      )}
      <p className="quiet">{t('digest.turnout', { n: digest.contributed ?? 0, of: digest.joined ?? 0 })}</p>
      <Problem error={error} retry={isOutdated ? again : undefined} />
      {isOutdated && <p className="prose quiet">{t('digest.theirs', { text: textIn(error.body) })}</p>}
      <div className="actions">
        {corrects ? (
          <Button kind="main" onPress={correct} disabled={busy || isTooLong || !words.trim() || !reason.trim()}>
            {t('digest.correct')}
          </Button>
        ) : (
          <>
            <Button kind="main" onPress={publish} disabled={busy || isTooLong || !words.trim()}>
              {t('digest.publish')}
            </Button>
            <Button onPress={save} disabled={busy || isTooLong}>
              {t('digest.save')}
            </Button>
          </>
        )}
        <Button onPress={onClose}>{t('cancel')}</Button>
      </div>
    </div>
  );
}

/** What somebody else has written meanwhile. */
function textIn(body: unknown): string {
  return isRecord(body) ? textOf(body.theirs) : '';
}
