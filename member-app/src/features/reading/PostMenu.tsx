import { useState } from 'react';
import { api, got } from '../../api/client';
import { refreshAll } from '../../api/remote';
import type { Post, ReadingGroup } from '../../api/types';
import { newId } from '../../store/ids';
import { t } from '../../text/t';
import { clock } from '../../text/time';
import { go } from '../../ui/router';
import { Ask, Button, Problem, useDoing } from '../../ui/ui';
import { Words } from './Words';

type Props = {
  post: Post;
  group: ReadingGroup;
  onAnswer: (post: Post) => void;
  onDone: () => Promise<void>;
};

type Sheet = 'none' | 'all' | 'mend' | 'remove' | 'report' | 'hide';

/** What the server lets me do with a post. The buttons stay under what lies over them, which gives the keyboard back to them. */
export function PostMenu({ post, group, onAnswer, onDone }: Props) {
  const [sheet, setSheet] = useState<Sheet>('none');
  const { error, run } = useDoing();
  const mayAnswer = group.can.includes('post') && post.status === 'VISIBLE';
  if (!mayAnswer && post.can.length === 0) return null;
  const close = () => setSheet('none');
  const done = async () => {
    close();
    await onDone();
  };
  const params = { path: { groupId: group.id, id: post.id } };
  const atOnce: Record<string, () => Promise<unknown>> = {
    pin: () => api.PUT('/api/reading-groups/{groupId}/posts/{id}/pin', { params }),
    unpin: () => api.DELETE('/api/reading-groups/{groupId}/posts/{id}/pin', { params }),
    praise: () => api.PUT('/api/reading-groups/{groupId}/posts/{id}/praise', { params }),
    unpraise: () => api.DELETE('/api/reading-groups/{groupId}/posts/{id}/praise', { params }),
    release: () => api.PUT('/api/reading-groups/{groupId}/posts/{id}/release', { params }),
  };
  const raise = (as: 'PROPOSAL' | 'OPINION_REPORT') =>
    run(async () => {
      const draft = await got(
        api.POST('/api/reading-groups/{groupId}/posts/{postId}/raisings', {
          params: { path: { groupId: group.id, postId: post.id } },
          body: { id: newId(), as },
        }),
      );
      refreshAll();
      go(as === 'PROPOSAL' ? `/proposals/${draft.id}/edit` : `/opinions/${draft.id}/edit`);
    });
  const mend = (text: string) =>
    api.PUT('/api/reading-groups/{groupId}/posts/{id}', { params, body: { version: post.version, text } }).then(done);
  const report = (reason: string) =>
    api.PUT('/api/reading-groups/{groupId}/posts/{id}/report', { params, body: { reason } }).then(done);
  const hide = (reason: string) =>
    api.PUT('/api/reading-groups/{groupId}/posts/{id}/hiding', { params, body: { reason } }).then(done);
  const remove = () => api.DELETE('/api/reading-groups/{groupId}/posts/{id}', { params }).then(done);
  return (
    <>
      {mayAnswer && (
        <Button kind="plain small" onPress={() => onAnswer(post)}>
          {t('answer.do')}
        </Button>
      )}
      {post.can.length > 0 && (
        <Button kind="plain small" onPress={() => setSheet('all')}>
          {t('post.more')}
          <span className="vh">{t('post.moreOf', { author: post.authorName })}</span>
        </Button>
      )}
      {sheet === 'all' && (
        <Ask title={t('post.moreAsk')} actions={<Button onPress={close}>{t('cancel')}</Button>}>
          {post.editableUntil && post.can.includes('edit') && (
            <p className="quiet">{t('ownPost.until', { time: clock(post.editableUntil) })}</p>
          )}
          <div className="actions">
            {isMendable(post) && <Button onPress={() => setSheet('mend')}>{t('ownPost.mend')}</Button>}
            {post.can.includes('delete') && <Button onPress={() => setSheet('remove')}>{t('ownPost.remove')}</Button>}
            {Object.entries(atOnce).map(
              ([name, act]) =>
                post.can.includes(name) && (
                  <Button key={name} onPress={() => run(async () => act().then(done))}>
                    {nameOf(name)}
                  </Button>
                ),
            )}
            {post.can.includes('raise') && (
              <>
                <Button onPress={() => raise('PROPOSAL')}>{t('raise.PROPOSAL')}</Button>
                <Button onPress={() => raise('OPINION_REPORT')}>{t('raise.OPINION_REPORT')}</Button>
              </>
            )}
            {post.can.includes('hide') && <Button onPress={() => setSheet('hide')}>{t('post.hide')}</Button>}
            {post.can.includes('report') && <Button onPress={() => setSheet('report')}>{t('post.report')}</Button>}
          </div>
          {post.can.includes('raise') && <p className="quiet">{t('raise.says')}</p>}
          <Problem error={error} />
        </Ask>
      )}
      {sheet === 'mend' && (
        <Words
          place={`mend/${post.id}`}
          title={t('ownPost.mendTitle')}
          label={t('ownPost.text')}
          verb={t('ownPost.save')}
          first={post.text ?? ''}
          mayBeEmpty={post.pictures.length > 0 || Boolean(post.voice)}
          onClose={close}
          send={mend}
        />
      )}
      {sheet === 'report' && (
        <Words
          place={`report/${post.id}`}
          title={t('post.reportAsk')}
          label={t('post.reportWhy')}
          verb={t('post.report')}
          onClose={close}
          send={report}
        >
          <p className="quiet">{t('post.reportMore')}</p>
        </Words>
      )}
      {sheet === 'hide' && (
        <Words
          place={`hide/${post.id}`}
          title={t('post.hideAsk')}
          label={t('post.hideWhy')}
          verb={t('post.hide')}
          onClose={close}
          send={hide}
        />
      )}
      {sheet === 'remove' && <Remove onClose={close} remove={remove} />}
    </>
  );
}

function nameOf(name: string): string {
  switch (name) {
    case 'pin':
      return t('post.pin');
    case 'unpin':
      return t('post.unpin');
    case 'praise':
      return t('post.praise');
    case 'unpraise':
      return t('post.unpraise');
    default:
      return t('post.release');
  }
}

function isMendable(post: Post): boolean {
  return post.can.includes('edit') && Date.parse(post.editableUntil ?? '') > Date.now();
}

function Remove({ onClose, remove }: { onClose: () => void; remove: () => Promise<unknown> }) {
  const { error, busy, run } = useDoing();
  return (
    <Ask
      title={t('ownPost.removeAsk')}
      actions={
        <>
          <Button kind="main" onPress={() => run(remove)} disabled={busy}>
            {t('ownPost.remove')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <p>{t('ownPost.removeMore')}</p>
      <Problem error={error} />
    </Ask>
  );
}
