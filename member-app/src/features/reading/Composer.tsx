import { type FormEvent, useState } from 'react';
import { api, got } from '../../api/client';
import { question, useRemote } from '../../api/remote';
import type { Post, ReadingGroup } from '../../api/types';
import { useSeat } from '../../session/session';
import { newId } from '../../store/ids';
import { put } from '../../store/outbox';
import { t } from '../../text/t';
import { Ask, Button, Choices, Field, Problem, Shape, TextBox } from '../../ui/ui';

type Kind = Post['kind'];

const membersOf = question((id: string) =>
  got(api.GET('/api/reading-groups/{id}/members', { params: { path: { id }, query: { limit: 100 } } })),
);

/** The place to write. What was typed stays on the phone until it is sent; kind, topic and names are a tap away. */
export function Composer({
  group,
  topic,
  answering,
  onAnswered,
  onSent,
}: {
  group: ReadingGroup;
  topic: string | null;
  answering: Post | null;
  onAnswered: () => void;
  onSent: () => void;
}) {
  const { seat } = useSeat();
  const kept = `tongxin.post.${seat.id}.${group.id}`;
  const [text, setText] = useState(() => localStorage.getItem(kept) ?? '');
  const [kind, setKind] = useState<Kind>('REPLY');
  const [about, setAbout] = useState(topic ?? '');
  const [named, setNamed] = useState<ReadonlyMap<string, string>>(new Map());
  const [sheet, setSheet] = useState<'none' | 'kind' | 'names'>('none');
  const write = (value: string) => {
    setText(value);
    localStorage.setItem(kept, value);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    const mentions = [...named].filter(([, name]) => words.includes(`@${name}`)).map(([id]) => id);
    const matter = {
      kind: 'post' as const,
      groupId: group.id,
      id: newId(),
      text: words,
      more: { kind, topic: about.trim(), mentions, replyTo: answering?.id },
    };
    write('');
    setKind('REPLY');
    setAbout(topic ?? '');
    setNamed(new Map());
    onAnswered();
    await put(seat.id, group.theme, matter);
    onSent();
  };
  const mention = (id: string, name: string) => {
    setNamed(new Map([...named, [id, name]]));
    write(`${text}@${name} `);
    setSheet('none');
  };
  return (
    <footer className="composer">
      {answering && (
        <p className="row quiet">
          <span className="grow">{t('answer.to', { author: answering.authorName })}</span>
          <Button kind="plain small" onPress={onAnswered}>
            {t('cancel')}
          </Button>
        </p>
      )}
      <form onSubmit={(event) => void send(event)}>
        <TextBox bare rows={1} label={t('reading.write')} value={text} onChange={write} />
        <Button kind="main" submit disabled={!text.trim()}>
          {t('reading.send')}
        </Button>
      </form>
      <div className="ways">
        <Button kind="plain small" onPress={() => setSheet('kind')}>
          {t('compose.kind', { kind: kindName(kind), topic: about ? t('topic.tag', { topic: about }) : '' })}
        </Button>
        <Button kind="plain small" onPress={() => setSheet('names')}>
          {t('compose.names')}
        </Button>
      </div>
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
            onChange={setKind}
          />
          <Field label={t('topic.field')} value={about} onChange={setAbout} max={30} help={t('topic.help')} />
        </Ask>
      )}
      {sheet === 'names' && <Names groupId={group.id} onChoose={mention} onClose={() => setSheet('none')} />}
    </footer>
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
  const { data, error, reload } = useRemote(membersOf, groupId);
  return (
    <Ask title={t('compose.namesAsk')} actions={<Button onPress={onClose}>{t('cancel')}</Button>}>
      {!data && (error ? <Problem error={error} retry={reload} /> : <Shape lines={[100, 100]} />)}
      <div className="names">
        {data?.items
          .filter(({ seatId }) => seatId !== seat.id)
          .map(({ seatId, name }) => (
            <Button key={seatId} onPress={() => onChoose(seatId, name)}>
              {name}
            </Button>
          ))}
      </div>
    </Ask>
  );
}
