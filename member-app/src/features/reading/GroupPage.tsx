import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { api, got } from '../../api/client';
import { keptQuestion, refreshAll, useRemote } from '../../api/remote';
import type { Post, ReadingGroup } from '../../api/types';
import { useSeat } from '../../session/session';
import { newId } from '../../store/ids';
import { giveUp, type Line, put, tryAgain, useUnsent } from '../../store/outbox';
import { useWords } from '../../store/words';
import { t, tOr } from '../../text/t';
import { moment } from '../../text/time';
import { Button, Empty, Problem, Refreshable, Shape, Sub, TextBox, useDoing } from '../../ui/ui';
import { OwnPost } from './OwnPost';
import { groupFacts } from './ReadingPage';
import { usePosts } from './usePosts';

const groupBy = keptQuestion('group', (id: string) =>
  got(api.GET('/api/reading-groups/{id}', { params: { path: { id } } })),
);

/** Opens at the unread line. */
export function GroupPage({ id }: { id: string }) {
  const { data: group, error, reload } = useRemote(groupBy, id);
  return (
    <Sub title={group?.theme ?? t('tab.reading')} up="/reading">
      {group ? (
        <Talk group={group} reload={reload} />
      ) : (
        <main>{error ? <Problem error={error} retry={reload} /> : <Shape lines={[100, 60, 100, 80]} />}</main>
      )}
    </Sub>
  );
}

function Talk({ group, reload }: { group: ReadingGroup; reload: () => Promise<void> }) {
  const { seat } = useSeat();
  const [unreadFrom] = useState(group.readSeq);
  const { posts, error, older, newer, lastSeq } = usePosts(group.id, unreadFrom);
  const waiting = useUnsent(seat.id).filter(({ matter }) => matter.kind === 'post' && matter.groupId === group.id);
  const line = useRef<HTMLLIElement>(null);
  const shown = posts !== null;

  const waited = useRef(waiting.length);
  useEffect(() => {
    if (waiting.length < waited.current) void newer();
    waited.current = waiting.length;
  }, [waiting.length, newer]);
  useEffect(() => {
    if (shown) line.current?.scrollIntoView({ block: 'center' });
  }, [shown]);
  useEffect(() => {
    if (group.joined && lastSeq > group.readSeq) {
      api
        .PUT('/api/reading-groups/{id}/read', { params: { path: { id: group.id } }, body: { seq: lastSeq } })
        .catch(() => {});
    }
  }, [group.id, group.joined, group.readSeq, lastSeq]);

  return (
    <>
      <Refreshable reload={() => Promise.all([reload(), newer()])}>
        <div className="card tight">
          <p className="quiet">{groupFacts(group)}</p>
          {group.introduction && <p className="prose">{group.introduction}</p>}
        </div>
        {group.can.includes('join') && <Join id={group.id} />}
        {older && (
          <Button kind="plain wide" onPress={older}>
            {t('reading.older')}
          </Button>
        )}
        <Problem error={error} retry={newer} />
        {posts?.length === 0 && <Empty says={t('reading.noPosts')} />}
        <ul className="talk">
          {posts?.map((post) => (
            <PostLine
              key={post.id}
              post={post}
              isMine={post.authorId === seat.id}
              isFirstUnread={post.seq === unreadFrom + 1 && unreadFrom > 0}
              mark={line}
              moves={<OwnPost groupId={group.id} post={post} onDone={newer} />}
            />
          ))}
          {waiting.map((unsent) => (
            <Waiting key={unsent.id} line={unsent} />
          ))}
        </ul>
      </Refreshable>
      {group.can.includes('post') && <Composer group={group} />}
    </>
  );
}

function Join({ id }: { id: string }) {
  const { error, busy, run } = useDoing();
  const join = () =>
    run(async () => {
      await api.PUT('/api/reading-groups/{id}/membership', { params: { path: { id } } });
      refreshAll();
    });
  return (
    <div className="stack">
      <Button kind="main wide" onPress={join} disabled={busy}>
        {t('reading.join')}
      </Button>
      <Problem error={error} />
    </div>
  );
}

function PostLine({
  post,
  isMine,
  isFirstUnread,
  mark,
  moves,
}: {
  post: Post;
  isMine: boolean;
  isFirstUnread: boolean;
  mark: RefObject<HTMLLIElement | null>;
  moves: ReactNode;
}) {
  return (
    <>
      {isFirstUnread && (
        <li ref={mark} className="unread">
          <span className="unread-words">{t('reading.fromHere')}</span>
        </li>
      )}
      <li className={post.kind === 'LEAD' ? 'card stack' : isMine ? 'mine' : ''}>
        {post.kind === 'LEAD' ? <LeadPost post={post} /> : <Reply post={post} />}
        {isMine && moves}
      </li>
    </>
  );
}

function LeadPost({ post }: { post: Post }) {
  return (
    <>
      <p className="strong">{t('reading.lead', { author: post.authorName })}</p>
      <p className="prose">{wordsOf(post)}</p>
      <p className="quiet">{[moment(post.createdAt), standingOf(post)].filter(Boolean).join(' · ')}</p>
    </>
  );
}

function Reply({ post }: { post: Post }) {
  const kind = post.kind === 'REPLY' ? '' : tOr(`post.${post.kind}`, 'post.REPLY');
  return (
    <>
      <p className="quiet">
        {[post.authorName, kind, moment(post.createdAt), standingOf(post)].filter(Boolean).join(' · ')}
      </p>
      <p className="bubble">{wordsOf(post)}</p>
    </>
  );
}

function standingOf(post: Post): string {
  if (post.status === 'HELD') return t('post.held');
  return post.editedAt && post.status === 'VISIBLE' ? t('post.edited') : '';
}

/** Of a deleted or hidden post the place is left, without its words. */
function wordsOf(post: Post): string {
  return post.text ?? t(post.status === 'DELETED' ? 'post.deleted' : 'post.hidden');
}

/** Written, not yet there: it says so, and a refusal keeps the text. */
function Waiting({ line }: { line: Line }) {
  if (line.matter.kind !== 'post') return null;
  return (
    <li className="mine">
      <p className="quiet">{line.refused ? tOr(`problem.${line.refused}`, 'problem.other') : t('outbox.waiting')}</p>
      <p className="bubble">{line.matter.text}</p>
      {line.refused && (
        <div className="row">
          <Button onPress={() => tryAgain(line)}>{t('retry')}</Button>
          <Button onPress={() => giveUp(line)}>{t('outbox.discard')}</Button>
        </div>
      )}
    </li>
  );
}

function Composer({ group }: { group: ReadingGroup }) {
  const { seat } = useSeat();
  const { text, write, taken, clear } = useWords(seat.id, `post/${group.id}`);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const matter = { kind: 'post' as const, groupId: group.id, id: newId(), text: text.trim() };
    await put(seat.id, group.theme, matter, taken);
    clear();
    window.scrollTo(0, document.body.scrollHeight);
  };
  return (
    <footer className="composer">
      <form onSubmit={(event) => void send(event)}>
        <TextBox bare rows={1} label={t('reading.write')} value={text} onChange={write} />
        <Button kind="main" submit disabled={!text.trim()}>
          {t('reading.send')}
        </Button>
      </form>
    </footer>
  );
}
