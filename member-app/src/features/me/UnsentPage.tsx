import { useSeat } from '../../session/session';
import { discard } from '../../store/db';
import { type OnlyHere, syncDrafts, useOnlyHere } from '../../store/drafts';
import { flush, type Line, tryAgain, useUnsent } from '../../store/outbox';
import { t, tOr } from '../../text/t';
import { moment } from '../../text/time';
import { Button, Empty, Refreshable, Shape, Sub, Way } from '../../ui/ui';
import { wayTo } from '../../ui/ways';
import { useWaiting } from '../attachment/useWaiting';
import { bringBack } from '../attachment/waiting';
import { RemoveDraft } from '../draft/RemoveDraft';

/** What is on this phone and not yet with the committee. */
export function UnsentPage() {
  const lines = useUnsent();
  const here = useOnlyHere();
  const drafts = here?.filter((each) => !lines.some((line) => handsIn(line, each))) ?? [];
  return (
    <Sub title={t('outbox.title')} up="/me">
      <Refreshable reload={() => Promise.all([syncDrafts(), flush()])}>
        {here === null && <Shape />}
        {here && lines.length + drafts.length === 0 && <Empty says={t('outbox.none')} />}
        <ul className="stack">
          {lines.map((line, index) => (
            <li key={line.id} className="card stack">
              <Unsent
                line={line}
                isBehind={lines.slice(0, index).some((other) => other.refused && isSame(other, line))}
              />
            </li>
          ))}
          {drafts.map((draft) => (
            <li key={draft.key} className="card stack">
              <Draft draft={draft} />
            </li>
          ))}
        </ul>
      </Refreshable>
    </Sub>
  );
}

function Unsent({ line, isBehind }: { line: Line; isBehind: boolean }) {
  const way = useWay(line.seatId, wayOf(line));
  return (
    <>
      <div className="tight">
        <p className="strong">{line.title}</p>
        <p className="quiet">
          {[t(`outbox.${line.matter.kind}`), useCommittee(line.seatId), moment(line.writtenAt)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {textIn(line) && <p className="prose">{textIn(line)}</p>}
      {line.matter.kind === 'post' && <WaitingFiles seatId={line.seatId} postId={line.matter.id} />}
      {line.refused ? (
        <p className="problem">{tOr(`problem.${line.refused}`, 'problem.other')}</p>
      ) : (
        <p className="quiet">{t(isBehind ? 'outbox.behind' : 'outbox.waiting')}</p>
      )}
      <div className="actions two">
        <Button onPress={() => tryAgain(line)}>{t('outbox.sendNow')}</Button>
        {line.refused && way && <Way to={way}>{t('outbox.open')}</Way>}
        {line.refused && line.matter.kind !== 'quiz' && (
          <Button onPress={() => bringBack(line)}>{t('outbox.takeBack')}</Button>
        )}
      </div>
      <OtherSeat seatId={line.seatId} />
    </>
  );
}

function WaitingFiles({ seatId, postId }: { seatId: string; postId: string }) {
  const files = useWaiting(seatId, postId);
  return files.length > 0 && <p className="quiet">{t('outbox.files', { count: files.length })}</p>;
}

function Draft({ draft }: { draft: OnlyHere }) {
  const { key, kind, seatId, subjectType, subjectId, title } = draft;
  const isWhole = kind === 'quiz' || subjectType === 'reading_group';
  const way = useWay(seatId, draft.way ?? wayTo(subjectType, subjectId) + (isWhole ? '' : '/edit'));
  return (
    <>
      <div className="tight">
        <p className={kind === 'words' ? 'prose' : 'strong'}>{title || t('proposals.untitled')}</p>
        <p className="quiet">{[t(`outbox.${kind}`), useCommittee(seatId)].filter(Boolean).join(' · ')}</p>
      </div>
      <div className="actions two">
        {kind === 'draft' && <Button onPress={syncDrafts}>{t('outbox.sendNow')}</Button>}
        {way && <Way to={way}>{t('outbox.open')}</Way>}
        {kind === 'words' && <RemoveDraft onlyHere remove={() => discard('drafts', key)} />}
      </div>
      <OtherSeat seatId={seatId} />
    </>
  );
}

/** What another seat of the person wrote is opened from there. */
function OtherSeat({ seatId }: { seatId: string }) {
  const committee = useCommittee(seatId);
  return useSeat().seat.id !== seatId && committee ? (
    <p className="quiet">{t('outbox.otherSeat', { committee })}</p>
  ) : null;
}

function textIn({ matter }: Line): string {
  return (matter.kind === 'post' ? matter.text : matter.kind === 'rating' ? matter.given.comment : '') ?? '';
}

function useCommittee(seatId: string): string {
  return useSeat().me.seats.find(({ id }) => id === seatId)?.committee.name ?? '';
}

/** Only what belongs to the present seat can be opened from it. */
function useWay(seatId: string, way: string): string {
  return useSeat().seat.id === seatId ? way : '';
}

function wayOf({ matter }: Line): string {
  switch (matter.kind) {
    case 'post':
      return `/reading/${matter.groupId}`;
    case 'submission':
      return `/proposals/${matter.proposalId}/edit`;
    case 'report':
      return `/opinions/${matter.reportId}/edit`;
    case 'quiz':
      return `/quiz-attempts/${matter.attemptId}`;
    case 'required':
      return '/reading/required';
    case 'progress':
      return `/books/${matter.bookId}`;
    case 'rating':
      return matter.proposalId ? `/proposals/${matter.proposalId}` : '';
  }
}

const isSame = (one: Line, other: Line): boolean => one.seatId === other.seatId && wayOf(one) === wayOf(other);

/** Whether a line hands in this draft, so that it need not be named twice. */
export function handsIn({ matter }: Line, { kind, subjectId }: OnlyHere): boolean {
  if (kind === 'words') return false;
  return (
    (matter.kind === 'quiz' && matter.attemptId === subjectId) ||
    (matter.kind === 'post' && matter.id === subjectId) ||
    (matter.kind === 'submission' && matter.proposalId === subjectId) ||
    (matter.kind === 'report' && matter.reportId === subjectId)
  );
}
