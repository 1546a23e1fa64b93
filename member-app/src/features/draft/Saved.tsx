import { wasUnreachable, wordsFor } from '../../api/problem';
import type { Keeping } from '../../store/DraftKeeper';
import { useLasting } from '../../store/lasting';
import { t } from '../../text/t';
import { clock } from '../../text/time';

/** The quiet line under the text: where these words are safe, and that they are not. */
export function Saved<F extends object, P>({ keeping: { draft, error, here } }: { keeping: Keeping<F, P> }) {
  const isHere = useLasting() && here;
  if (draft.dirty && !isHere) return <NotKept />;
  const says = draft.dirty
    ? t('write.savedHere', { time: clock(draft.savedAt) })
    : draft.syncedAt
      ? t('write.savedThere', { time: clock(draft.syncedAt) })
      : t('write.willSave');
  return (
    <p className="quiet" role="status">
      {says}
      {draft.dirty && error && !wasUnreachable(error) ? ` ${wordsFor(error)}` : ''}
    </p>
  );
}

/** Under a box whose words the phone could not keep. */
export function Kept({
  words: { lost, texts },
}: {
  words: { lost: boolean; texts: Readonly<Record<string, string>> };
}) {
  const isHere = useLasting() && !lost;
  return isHere || !(texts.text || texts.title) ? null : <NotKept />;
}

function NotKept() {
  return (
    <p className="problem" role="status">
      {t('write.notKept')}
    </p>
  );
}
