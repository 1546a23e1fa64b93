import { api } from '../../api/client';
import { hasCode, isRecord, wordsForField } from '../../api/problem';
import { refreshAll } from '../../api/remote';
import type { ReadingGroup, RosterTurn } from '../../api/types';
import { useSeat } from '../../session/session';
import { useWords } from '../../store/words';
import { t, tOr } from '../../text/t';
import { Ask, Button, Field, Problem, useDoing } from '../../ui/ui';
import { ChooseMember } from './ChooseMember';

type Host = RosterTurn;

/** The hosts take turns, in the order in which they are chosen; whatever is planned already stays. */
export function FillRoster({
  group,
  turns,
  onClose,
}: {
  group: ReadingGroup;
  /** Those who took turns when it was filled last. */
  turns: readonly RosterTurn[];
  onClose: () => void;
}) {
  const { seat } = useSeat();
  const box = useWords(seat.id, `rotation/${group.id}`, { text: '', hosts: JSON.stringify(turns) });
  const { texts } = box;
  const hosts = hostsIn(texts.hosts);
  const { error, busy, run } = useDoing();
  const take = (chosen: readonly Host[]) => box.write({ hosts: JSON.stringify(chosen) });
  const fill = () =>
    run(async () => {
      await api.PUT('/api/reading-groups/{groupId}/rotation', {
        params: { path: { groupId: group.id } },
        body: { hostIds: hosts.map(({ seatId }) => seatId), topic: texts.text.trim() || undefined },
      });
      await box.sent(texts);
      onClose();
      refreshAll();
    });
  return (
    <Ask
      title={t('roster.fill')}
      actions={
        <>
          <Button kind="main" onPress={fill} disabled={busy || hosts.length === 0}>
            {t('roster.fillBy', { count: hosts.length })}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <p className="quiet">{t('roster.fillHelp', { cadence: tOr(`cadence.${group.cadence}`, 'cadence.WEEK') })}</p>
      {hosts.length > 0 && (
        <ol className="numbered">
          {hosts.map(({ seatId, name }) => (
            <li key={seatId} className="row">
              <span className="grow">{name}</span>
              <Button kind="plain small" onPress={() => take(hosts.filter((each) => each.seatId !== seatId))}>
                {t('coauthors.remove', { name })}
              </Button>
            </li>
          ))}
        </ol>
      )}
      {wordsForField(error, 'hostIds') && <p className="help bad">{wordsForField(error, 'hostIds')}</p>}
      <ChooseMember
        groupId={group.id}
        hosts
        without={hosts.map(({ seatId }) => seatId)}
        onChoose={(seatId, name) => take([...hosts, { seatId, name }])}
      />
      <Field
        label={t('session.topic')}
        help={t('roster.topicHelp')}
        value={texts.text}
        max={60}
        problem={wordsForField(error, 'topic')}
        onChange={(text) => box.write({ text })}
      />
      {!hasCode(error, 'fields.invalid') && <Problem error={error} />}
    </Ask>
  );
}

/** What the phone kept of them. */
function hostsIn(kept: string): Host[] {
  const read: unknown = kept ? JSON.parse(kept) : [];
  if (!Array.isArray(read)) return [];
  return read.flatMap((each: unknown) =>
    isRecord(each) && typeof each.seatId === 'string' && typeof each.name === 'string'
      ? [{ seatId: each.seatId, name: each.name }]
      : [],
  );
}
