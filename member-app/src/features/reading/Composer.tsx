import { type FormEvent, useEffect, useState } from 'react';
import type { Post, ReadingGroup, Seat } from '../../api/types';
import { useSeat } from '../../session/session';
import { newId } from '../../store/ids';
import { put } from '../../store/outbox';
import { useWords } from '../../store/words';
import { t } from '../../text/t';
import { go } from '../../ui/router';
import { Ask, Button, Choices, Field, Problem, TextBox, useDoing } from '../../ui/ui';
import { canRecord } from '../attachment/Recorder';
import { Kept } from '../draft/Saved';
import { ChooseMember } from './ChooseMember';
import { mostPictures, useEnclosed } from './enclosed';
import { mentionedIn, withName } from './names';
import { OwnFiles } from './PostFiles';
import { SpokenNote } from './SpokenNote';

type Kind = Post['kind'];

/** What somebody came to write: the words that open the group, or a passage read aloud. */
export type Beginning = 'opening' | 'aloud';

/** In signs, as the server counts them. A box that cut a text off would lose it: it is said instead. */
const longest = 5_000;

/** The place to write. What was typed stays on the phone until it is sent; kind, topic and names are a tap away. */
export function Composer({
  group,
  topic,
  answering,
  begin,
  onAnswered,
  onSent,
}: {
  group: ReadingGroup;
  topic: string | null;
  answering: Post | null;
  begin: Beginning | null;
  onAnswered: () => void;
  onSent: () => void;
}) {
  const { seat } = useSeat();
  const box = useWords(seat.id, `post/${group.id}`, {
    text: '',
    kind: 'REPLY',
    topic: topic ?? '',
    named: '',
    replyTo: '',
    answered: '',
  });
  const { text, topic: about, named, replyTo, answered } = box.texts;
  const { write } = box;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is chosen to be answered matters
  useEffect(() => {
    if (!answering) return;
    write({ replyTo: answering.id, answered: answering.authorName });
    onAnswered();
  }, [answering]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened for it
  useEffect(() => {
    if (begin === 'opening') write({ kind: 'LEAD', topic: t('opening.topic') });
    if (begin === 'aloud') write({ topic: t('session.READ_ALOUD') });
  }, [begin]);
  const kind = kinds.find((each) => each === box.texts.kind) ?? 'REPLY';
  const isTooLong = [...text].length > longest;
  const { error, busy, run } = useDoing();
  const [sheet, setSheet] = useState<'none' | 'kind' | 'names' | 'voice'>(
    begin === 'aloud' && canRecord() && mayEnclose(seat) ? 'voice' : 'none',
  );
  const enclosed = useEnclosed(seat.id, group.id);
  const adding = useDoing();
  const isReady = Boolean(text.trim()) || !enclosed.isEmpty;
  /** An empty box is about nothing again. */
  const say = (said: string) => box.write(said ? { text: said } : { text: said, topic: topic ?? '' });
  const send = async () => {
    const words = text.trim();
    const id = newId();
    const { more, changes, sent } = enclosed.with(id);
    const matter = {
      kind: 'post' as const,
      groupId: group.id,
      id,
      text: words,
      more: { kind, topic: about.trim(), mentions: mentionedIn(words, named), replyTo: replyTo || undefined, ...more },
      named,
      answered,
    };
    await put(seat.id, group.theme, matter, box.taken, ...changes);
    sent();
    await box.sent(box.texts);
    if (begin) go(`/reading/${group.id}`, true);
    onSent();
  };
  const mention = (id: string, name: string) => {
    box.write({ text: `${text}@${name} `, named: withName(named, id, name) });
    setSheet('none');
  };
  return (
    <footer className="composer">
      {begin && <p className="quiet">{t(begin === 'opening' ? 'opening.help' : 'aloud.help')}</p>}
      {replyTo && (
        <p className="row quiet">
          <span className="grow">{t('answer.to', { author: answered })}</span>
          <Button kind="plain small" onPress={() => write({ replyTo: '', answered: '' })}>
            {t('cancel')}
          </Button>
        </p>
      )}
      <OwnFiles
        files={[...enclosed.pictures, ...(enclosed.voice ? [enclosed.voice] : [])]}
        onRemove={enclosed.remove}
      />
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void run(send);
        }}
      >
        <TextBox bare rows={1} label={t('reading.write')} value={text} onChange={say} />
        <Button kind="main" submit disabled={busy || isTooLong || !isReady}>
          {t('reading.send')}
        </Button>
      </form>
      {isTooLong && <p className="problem">{t('compose.tooLong', { longest, count: [...text].length })}</p>}
      <Problem error={error} />
      <Kept words={box} />
      <div className="ways">
        <Button kind="plain small" onPress={() => setSheet('kind')}>
          {t('compose.kind', { kind: kindName(kind), topic: about ? t('topic.tag', { topic: about }) : '' })}
        </Button>
        <Button kind="plain small" onPress={() => setSheet('names')}>
          {t('compose.names')}
        </Button>
        {mayEnclose(seat) && (
          <>
            <AddPictures
              full={enclosed.pictures.length >= mostPictures || adding.busy}
              onChoose={(files) => adding.run(() => enclosed.addPictures(files))}
            />
            {canRecord() && (
              <Button kind="plain small" onPress={() => setSheet('voice')}>
                {t('voice.do')}
              </Button>
            )}
          </>
        )}
      </div>
      {adding.error !== null && (
        <p className="problem" role="alert">
          {t('picture.broken')}
        </p>
      )}
      {sheet === 'voice' && (
        <SpokenNote
          onTake={async (bytes, transcript) => {
            await enclosed.addVoice(bytes, transcript);
            setSheet('none');
          }}
          onClose={() => setSheet('none')}
        />
      )}
      {sheet === 'kind' && (
        <Ask
          title={t('compose.kindAsk')}
          actions={
            <Button kind="main" onPress={() => setSheet('none')}>
              {t('compose.done')}
            </Button>
          }
        >
          <Choices
            legend={t('compose.kindLegend')}
            options={kinds.map((each) => [each, kindName(each)])}
            value={kind}
            onChange={(chosen) => box.write({ kind: chosen })}
          />
          <Field
            label={t('topic.field')}
            value={about}
            onChange={(said) => box.write({ topic: said })}
            max={30}
            help={t('topic.help')}
          />
        </Ask>
      )}
      {sheet === 'names' && <Names groupId={group.id} onChoose={mention} onClose={() => setSheet('none')} />}
    </footer>
  );
}

/** Guests bring no files. */
const mayEnclose = ({ roles }: Seat): boolean => roles.some((role) => role !== 'GUEST' && role !== 'VISITOR');

function AddPictures({ full, onChoose }: { full: boolean; onChoose: (files: File[]) => void }) {
  return (
    <label className="button plain small">
      {t('picture.add')}
      <input
        className="vh"
        type="file"
        multiple
        accept="image/*"
        disabled={full}
        onChange={(event) => {
          onChoose([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </label>
  );
}

const kinds: readonly Kind[] = ['REPLY', 'QUESTION', 'NOTE', 'RECOMMEND', 'LEAD'];

function kindName(kind: Kind): string {
  switch (kind) {
    case 'REPLY':
      return t('post.REPLY');
    case 'QUESTION':
      return t('post.QUESTION');
    case 'NOTE':
      return t('post.NOTE');
    case 'RECOMMEND':
      return t('post.RECOMMEND');
    case 'LEAD':
      return t('post.LEAD');
  }
}

function Names({
  groupId,
  onChoose,
  onClose,
}: {
  groupId: string;
  onChoose: (id: string, name: string) => void;
  onClose: () => void;
}) {
  const { seat } = useSeat();
  return (
    <Ask title={t('compose.namesAsk')} actions={<Button onPress={onClose}>{t('cancel')}</Button>}>
      <ChooseMember groupId={groupId} without={[seat.id]} onChoose={onChoose} />
    </Ask>
  );
}
