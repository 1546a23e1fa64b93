import { wasUnreachable, wordsFor } from '../../api/problem';
import type { Keeping } from '../../store/DraftKeeper';
import { t } from '../../text/t';
import { clock } from '../../text/time';

/** The quiet line under the text: where these words are safe. */
export function Saved<F extends object, P>({ keeping: { draft, error } }: { keeping: Keeping<F, P> }) {
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
