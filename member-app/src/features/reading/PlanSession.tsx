import { useState } from 'react';
import { api } from '../../api/client';
import { hasCode, wordsForField } from '../../api/problem';
import { refreshAll } from '../../api/remote';
import type { ReadingGroup, ReadingSession } from '../../api/types';
import { useSeat } from '../../session/session';
import { newId } from '../../store/ids';
import { useWords } from '../../store/words';
import { t, tOr } from '../../text/t';
import { boxesOf } from '../../ui/boxes';
import { Day } from '../../ui/Day';
import { Ask, Button, Choices, Field, Problem, TextBox, useDoing } from '../../ui/ui';
import { Kept } from '../draft/Saved';
import { ChooseMember } from './ChooseMember';

const kinds = ['GUIDED', 'ROTA_SHARING', 'READ_ALOUD'] as const;

/** A session beside the rotation, or a planned one that is changed; what is written stays on the phone until it is sent. */
export function PlanSession({
  group,
  session,
  onClose,
}: {
  group: ReadingGroup;
  session?: ReadingSession;
  onClose: () => void;
}) {
  const { seat } = useSeat();
  const box = useWords(seat.id, `session/${session?.id ?? group.id}`, fieldsOf(session));
  const { texts } = box;
  const { error, busy, run } = useDoing();
  const set = (name: keyof typeof texts) => (value: string) => box.write({ [name]: value, id: '' });
  const wrong = (name: string) => wordsForField(error, name);
  const of = boxesOf(texts, set, error);
  const title = t(session ? 'session.do.edit' : 'session.plan');
  const kind = kinds.find((each) => each === texts.kind) ?? 'GUIDED';
  const send = () =>
    run(async () => {
      const sending = { ...texts, id: texts.id || newId() };
      const body = {
        kind,
        topic: texts.title.trim(),
        startsOn: texts.startsOn,
        endsOn: texts.endsOn || undefined,
        bookPart: texts.bookPart.trim(),
        materials: texts.text.trim(),
        hostId: texts.hostId || undefined,
        guideId: texts.guideId || undefined,
      };
      if (session) {
        await api.PUT('/api/reading-groups/{groupId}/sessions/{id}', {
          params: { path: { groupId: group.id, id: session.id } },
          body: { ...body, version: session.version },
        });
        await box.sent(texts);
      } else {
        box.write(sending);
        await api.POST('/api/reading-groups/{groupId}/sessions', {
          params: { path: { groupId: group.id } },
          body: { ...body, id: sending.id },
        });
        await box.sent(sending);
      }
      onClose();
      refreshAll();
    });
  return (
    <Ask
      title={title}
      actions={
        <>
          <Button kind="main" onPress={send} disabled={busy || !texts.title.trim() || !texts.startsOn}>
            {title}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Choices
        legend={t('session.kind')}
        options={kinds.map((each) => [each, tOr(`session.${each}`, 'session.GUIDED')])}
        value={kind}
        onChange={set('kind')}
      />
      <Field label={t('session.topic')} {...of('title', 60, 'topic')} />
      <Day
        label={t('session.from')}
        value={texts.startsOn}
        min={group.startsOn}
        max={group.endsOn}
        problem={wrong('startsOn')}
        onChange={set('startsOn')}
      />
      <Day
        label={t('session.to')}
        value={texts.endsOn}
        min={texts.startsOn || group.startsOn}
        max={group.endsOn}
        problem={wrong('endsOn')}
        onChange={set('endsOn')}
      />
      <Who
        groupId={group.id}
        label={t('session.host')}
        name={texts.hostName}
        problem={wrong('hostId')}
        onChoose={(hostId, hostName) => box.write({ hostId, hostName, id: '' })}
      />
      <Who
        groupId={group.id}
        label={t('session.guide')}
        name={texts.guideName}
        problem={wrong('guideId')}
        onChoose={(guideId, guideName) => box.write({ guideId, guideName, id: '' })}
      />
      <Field label={t('session.bookPart')} {...of('bookPart', 100)} />
      <TextBox label={t('session.materials')} {...of('text', 2000, 'materials')} rows={2} />
      <Kept words={box} />
      {!hasCode(error, 'fields.invalid') && <Problem error={error} />}
    </Ask>
  );
}

function fieldsOf(session?: ReadingSession) {
  return {
    kind: session?.kind ?? 'GUIDED',
    title: session?.topic ?? '',
    startsOn: session?.startsOn ?? '',
    endsOn: session && session.endsOn !== session.startsOn ? session.endsOn : '',
    hostId: session?.hostId ?? '',
    hostName: session?.hostName ?? '',
    guideId: session?.guideId ?? '',
    guideName: session?.guideName ?? '',
    bookPart: session?.bookPart ?? '',
    text: session?.materials ?? '',
    id: '',
  };
}

/** Somebody of the group, or nobody yet. */
function Who({
  groupId,
  label,
  name,
  problem,
  onChoose,
}: {
  groupId: string;
  label: string;
  name: string;
  problem: string | null;
  onChoose: (seatId: string, name: string) => void;
}) {
  const [choosing, setChoosing] = useState(false);
  const choose = (seatId: string, chosen: string) => {
    onChoose(seatId, chosen);
    setChoosing(false);
  };
  return (
    <fieldset className="field stack">
      <legend>{label}</legend>
      <div className="row">
        <span className="grow">{name || t('session.open')}</span>
        {name && (
          <Button kind="plain small" onPress={() => onChoose('', '')}>
            {t('session.nobody')}
            <span className="vh">{t('session.ofField', { label })}</span>
          </Button>
        )}
        <Button kind="small" onPress={() => setChoosing(!choosing)}>
          {t('session.choose')}
          <span className="vh">{t('session.ofField', { label })}</span>
        </Button>
      </div>
      {problem && <p className="help bad">{problem}</p>}
      {choosing && <ChooseMember groupId={groupId} hosts onChoose={choose} />}
    </fieldset>
  );
}
