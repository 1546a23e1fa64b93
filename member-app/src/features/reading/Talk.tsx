import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { api, got } from '../../api/client';
import { question, useRemote } from '../../api/remote';
import type { Post, ReadingGroup } from '../../api/types';
import { useSeat } from '../../session/session';
import { type Line, tryAgain, useJustSent, useUnsent } from '../../store/outbox';
import { t, tOr } from '../../text/t';
import { go } from '../../ui/router';
import { Button, Empty, Problem, Refreshable } from '../../ui/ui';
import { Written } from '../../ui/Written';
import { useWaiting } from '../attachment/useWaiting';
import { bringBack } from '../attachment/waiting';
import { type Beginning, Composer } from './Composer';
import { Pinned } from './Pinned';
import { OwnFiles } from './PostFiles';
import { PostLine, placeOf } from './PostLine';
import { underWay } from './underWay';
import { usePosts } from './usePosts';

const nearEnd = 160;
const readAfter = 800;

const raisedOf = question((groupId: string) =>
  got(api.GET('/api/reading-groups/{groupId}/raisings', { params: { path: { groupId } } })),
);

/** The posts of a group or of one of its topics, and the place to write. */
export function Talk({
  group,
  reload,
  at,
  topic,
  begin,
  onTopic,
  children,
}: {
  group: ReadingGroup;
  reload: () => Promise<void>;
  /** The place of the post that somebody was led to. */
  at: number | null;
  topic: string | null;
  begin: Beginning | null;
  onTopic: (topic: string | null) => void;
  children: ReactNode;
}) {
  const { seat } = useSeat();
  const [unreadFrom] = useState(group.readSeq);
  const raised = useRemote(raisedOf, group.id);
  const talk = usePosts(group.id, unreadFrom, at, topic, group.joined);
  const { posts } = talk;
  const unsent = useUnsent(seat.id).filter(({ matter }) => matter.kind === 'post' && matter.groupId === group.id);
  const waiting = underWay(unsent, useJustSent(seat.id), posts, group.id, topic);
  const [answering, setAnswering] = useState<Post | null>(null);
  const line = useRef<HTMLLIElement>(null);
  const here = useRef<HTMLLIElement>(null);
  const end = useEnd(posts, talk.ready, seat.id);
  useEffect(() => {
    if (!talk.ready) return;
    if (at !== null) show(here.current);
    else if (line.current) line.current.scrollIntoView({ block: 'center' });
    else if (unreadFrom > 0) end.go();
  }, [talk.ready, at, unreadFrom, end.go]);
  useReadMark(group, talk.seenTo);
  const { newer } = talk;
  const waited = useRef(unsent.length);
  useEffect(() => {
    if (unsent.length < waited.current) void newer();
    waited.current = unsent.length;
  }, [unsent.length, newer]);

  const bySeq = new Map(posts?.map((post) => [post.id, post]));
  return (
    <>
      <Refreshable reload={() => Promise.all([reload(), newer()])}>
        {topic === null ? children : <InTopic topic={topic} onLeave={() => onTopic(null)} />}
        {topic === null && <Pinned groupId={group.id} known={posts ?? []} onGo={goTo} />}
        {talk.older && (
          <Button kind="plain wide" onPress={talk.older}>
            {t('reading.older')}
          </Button>
        )}
        <Problem error={talk.error} retry={newer} />
        {posts?.length === 0 && <Empty says={t('reading.noPosts')} />}
        <ul className="talk">
          {posts?.map((post) => (
            <PostLine
              key={post.id}
              post={post}
              group={group}
              raised={raised.data?.filter(({ postId }) => postId === post.id) ?? []}
              answered={post.replyTo ? (bySeq.get(post.replyTo) ?? null) : null}
              mark={post.seq === unreadFrom + 1 && unreadFrom > 0 ? line : null}
              here={post.seq === at ? here : null}
              onTopic={onTopic}
              onAnswer={setAnswering}
              onGo={goTo}
              onDone={newer}
            />
          ))}
          {waiting.map((each) => (
            <Waiting key={each.id} line={each} sent={!unsent.some(({ id }) => id === each.id)} />
          ))}
        </ul>
        {talk.further && (
          <div className="actions two">
            <Button onPress={talk.further}>{t('reading.further')}</Button>
            <Button onPress={talk.latest}>{t('reading.latest')}</Button>
          </div>
        )}
      </Refreshable>
      {end.fresh > 0 && (
        <div className="fresh">
          <Button kind="small" onPress={end.go}>
            {t('reading.fresh', { count: end.fresh })}
          </Button>
        </div>
      )}
      {group.can.includes('post') && (
        <Composer
          group={group}
          topic={topic}
          answering={answering}
          begin={begin}
          onAnswered={() => setAnswering(null)}
          onSent={end.go}
        />
      )}
    </>
  );
}

/** Brings a post into view; one that is not loaded is gone to. */
function goTo(id: string): void {
  const post = document.getElementById(placeOf(id));
  if (post) show(post);
  else go(`/reading/posts/${id}`);
}

/** It has the focus as long as one stays with it; a tap on it is none. */
function show(post: HTMLElement | null): void {
  if (!post) return;
  post.tabIndex = -1;
  post.addEventListener('blur', () => post.removeAttribute('tabindex'), { once: true });
  post.scrollIntoView({ block: 'center' });
  post.focus({ preventScroll: true });
}

/** At the end of the talk new posts come into view by themselves; further up they are counted. */
function useEnd(posts: readonly Post[] | null, ready: boolean, seatId: string) {
  const [fresh, setFresh] = useState(0);
  const last = useRef<number | null>(null);
  const atEnd = useRef(false);
  const go = useCallback(() => {
    setFresh(0);
    globalThis.scrollTo(0, document.body.scrollHeight);
  }, []);
  useEffect(() => {
    const look = () => {
      atEnd.current = globalThis.innerHeight + globalThis.scrollY > document.body.scrollHeight - nearEnd;
      if (atEnd.current) setFresh(0);
    };
    look();
    globalThis.addEventListener('scroll', look, { passive: true });
    return () => globalThis.removeEventListener('scroll', look);
  }, []);
  useEffect(() => {
    const newest = posts?.[posts.length - 1]?.seq ?? 0;
    const before = last.current;
    last.current = newest;
    if (!ready || before === null || !posts || newest <= before) return;
    const come = posts.filter((post) => post.seq > before && post.authorId !== seatId).length;
    if (atEnd.current || come === 0) go();
    else setFresh((now) => now + come);
  }, [posts, ready, seatId, go]);
  return { fresh, go };
}

/** What has been on the screen for a moment is read. */
function useReadMark(group: ReadingGroup, seenTo: number): void {
  const { id, joined, readSeq } = group;
  useEffect(() => {
    if (!joined || seenTo <= readSeq) return;
    const timer = setTimeout(() => {
      api.PUT('/api/reading-groups/{id}/read', { params: { path: { id } }, body: { seq: seenTo } }).catch(() => {});
    }, readAfter);
    return () => clearTimeout(timer);
  }, [id, joined, readSeq, seenTo]);
}

function InTopic({ topic, onLeave }: { topic: string; onLeave: () => void }) {
  return (
    <div className="row">
      <h2 className="grow" dir="auto">
        {t('topic.of', { topic })}
      </h2>
      <Button kind="plain small" onPress={onLeave}>
        {t('topic.all')}
      </Button>
    </div>
  );
}

/** Written, not yet there: it says so, and a refusal keeps the text. */
function Waiting({ line, sent }: { line: Line; sent: boolean }) {
  const files = useWaiting(line.seatId, line.matter.kind === 'post' ? line.matter.id : '');
  if (line.matter.kind !== 'post') return null;
  return (
    <li className="mine">
      <p className="quiet">
        {line.refused ? tOr(`problem.${line.refused}`, 'problem.other') : t(sent ? 'reading.sent' : 'outbox.waiting')}
      </p>
      {line.matter.text && <Written text={line.matter.text} look="bubble" />}
      <OwnFiles files={files} />
      {line.refused && (
        <div className="row">
          <Button onPress={() => tryAgain(line)}>{t('retry')}</Button>
          <Button onPress={() => bringBack(line)}>{t('outbox.takeBack')}</Button>
        </div>
      )}
    </li>
  );
}
