import { type RefObject, useEffect, useState } from 'react';
import type { Post, Raised, ReadingGroup } from '../../api/types';
import { useSeat } from '../../session/session';
import { t, tOr } from '../../text/t';
import { moment } from '../../text/time';
import { Button, Way } from '../../ui/ui';
import { Written } from '../../ui/Written';
import { Reader } from '../library/Reader';
import { dropArticle, maySave } from '../library/saved';
import { PostFiles } from './PostFiles';
import { PostMenu } from './PostMenu';
import { quotationOf } from './usePosts';

type Props = {
  post: Post;
  group: ReadingGroup;
  answered: Post | null;
  raised: readonly Raised[];
  mark: RefObject<HTMLLIElement | null> | null;
  here: RefObject<HTMLLIElement | null> | null;
  onTopic: (topic: string) => void;
  onAnswer: (post: Post) => void;
  onGo: (postId: string) => void;
  onDone: () => Promise<void>;
};

/** A post as it stands in the talk: lead posts and notes as cards, the rest as chat. */
export function PostLine({ post, group, answered, raised, mark, here, onTopic, onAnswer, onGo, onDone }: Props) {
  const { seat } = useSeat();
  const [reading, setReading] = useState(false);
  useEffect(() => {
    if (post.status === 'HIDDEN' || post.status === 'DELETED') void dropArticle(seat.id, post.id);
  }, [seat.id, post.id, post.status]);
  const isMine = post.authorId === seat.id;
  const isCard = post.kind === 'LEAD' || post.kind === 'NOTE';
  const isSeen = post.status === 'VISIBLE';
  const quotation = answered ? quotationOf(answered) : post.answered;
  const looks = [isCard ? 'card tight' : isMine ? 'mine' : '', post.mentions.includes(seat.id) ? 'to-me' : ''];
  return (
    <>
      {mark && (
        <li ref={mark} className="unread">
          <span className="unread-words">{t('reading.fromHere')}</span>
        </li>
      )}
      <li id={placeOf(post.id)} ref={here} className={looks.filter(Boolean).join(' ')}>
        <p className="quiet">{headOf(post)}</p>
        {quotation && (
          <button type="button" className="answered" onClick={() => onGo(quotation.id)}>
            {t('answer.to', { author: quotation.authorName })}
            <Written as="span" text={gistOf(quotation)} />
          </button>
        )}
        {wordsOf(post) && (
          <Written text={wordsOf(post)} look={[isCard ? 'prose' : 'bubble', isSeen ? '' : 'unseen'].join(' ').trim()} />
        )}
        {post.hiddenReason && <p className="note">{t('post.hiddenFor', { reason: post.hiddenReason })}</p>}
        <PostFiles post={post} groupId={group.id} />
        {raised.map(({ as, id, out }) => (
          <CameOfIt key={`${as} ${id ?? ''}`} as={as} id={id ?? null} out={out} />
        ))}
        <div className="post-foot">
          {isCard && post.text && (
            <Button kind="plain small" onPress={() => setReading(true)}>
              {t('saved.read')}
              <span className="vh">{t('post.moreOf', { author: post.authorName })}</span>
            </Button>
          )}
          {post.topic && (
            <button type="button" className="button plain small" dir="auto" onClick={() => onTopic(post.topic)}>
              {t('topic.tag', { topic: post.topic })}
            </button>
          )}
          <PostMenu post={post} group={group} onAnswer={onAnswer} onDone={onDone} />
        </div>
        {reading && (
          <Reader article={articleOf(post, group)} mayKeep={maySave(post)} onClose={() => setReading(false)} />
        )}
      </li>
    </>
  );
}

/** That a proposal or report came of a post; whoever may open it finds it here. */
function CameOfIt({ as, id, out }: { as: Raised['as']; id: string | null; out: boolean }) {
  const says = tOr(out ? `raised.${as}` : `raised.draft.${as}`, 'raised.PROPOSAL');
  if (!id) return <p className="quiet">{says}</p>;
  const way = as === 'PROPOSAL' ? `/proposals/${id}` : `/opinions/${id}`;
  return (
    <Way kind="plain small" to={way}>
      {says}
    </Way>
  );
}

function headOf(post: Post): string {
  const kind = post.kind === 'REPLY' ? '' : tOr(`post.${post.kind}`, 'post.REPLY');
  return [
    post.authorName,
    kind,
    moment(post.createdAt),
    post.entered ? t('post.entered') : '',
    post.pinned ? t('post.pinned') : '',
    post.excellent ? t('post.excellent') : '',
    post.status === 'HELD' ? t('post.held') : '',
    post.editedAt && post.status === 'VISIBLE' ? t('post.edited') : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Of a deleted or hidden post the place is left, without its words. */
export function wordsOf(post: Post): string {
  if (post.text !== null && post.text !== undefined) return post.text;
  return insteadOf(post.status);
}

function insteadOf(status: Post['status']): string {
  return t(status === 'DELETED' ? 'post.deleted' : status === 'HELD' ? 'post.heldAgain' : 'post.hidden');
}

/** Where a post stands on the page. */
export const placeOf = (postId: string): string => `post-${postId}`;

/** What is answered, in a line: the beginning of its words, or what there is instead of them. */
function gistOf({ status, gist }: NonNullable<Post['answered']>): string {
  return (gist ?? insteadOf(status)) || t('answer.gist');
}

function articleOf(post: Post, group: ReadingGroup) {
  const by = [post.authorName, tOr(`post.${post.kind}`, 'post.REPLY'), moment(post.createdAt)].join(' · ');
  return { id: post.id, groupId: group.id, title: group.theme, by, text: post.text ?? '' };
}
