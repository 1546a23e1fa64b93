import { useState } from 'react';
import { api } from '../../api/client';
import type { Post } from '../../api/types';
import { t } from '../../text/t';
import { clock } from '../../text/time';
import { Ask, Button, Problem, TextBox, useDoing } from '../../ui/ui';

type Sheet = 'none' | 'what' | 'mend' | 'remove';

/** What the author may still do with a post: mend it while the time lasts, or take it back. */
export function OwnPost({ groupId, post, onDone }: { groupId: string; post: Post; onDone: () => Promise<void> }) {
  const [sheet, setSheet] = useState<Sheet>('none');
  if (!post.can.includes('delete')) return null;
  const close = () => setSheet('none');
  const done = async () => {
    close();
    await onDone();
  };
  const path = { groupId, id: post.id };
  switch (sheet) {
    case 'none':
      return (
        <Button kind="plain small" onPress={() => setSheet(isMendable(post) ? 'what' : 'remove')}>
          {t(isMendable(post) ? 'ownPost.what' : 'ownPost.remove')}
        </Button>
      );
    case 'what':
      return (
        <Ask
          title={t('ownPost.whatAsk')}
          actions={
            <>
              <Button onPress={() => setSheet('mend')}>{t('ownPost.mend')}</Button>
              <Button onPress={() => setSheet('remove')}>{t('ownPost.remove')}</Button>
              <Button onPress={close}>{t('cancel')}</Button>
            </>
          }
        >
          <p className="quiet">{t('ownPost.until', { time: clock(post.editableUntil ?? '') })}</p>
        </Ask>
      );
    case 'mend':
      return <Mend path={path} post={post} onClose={close} onDone={done} />;
    case 'remove':
      return <Remove path={path} onClose={close} onDone={done} />;
  }
}

function isMendable(post: Post): boolean {
  return post.can.includes('edit') && Date.parse(post.editableUntil ?? '') > Date.now();
}

type SheetProps = {
  path: { groupId: string; id: string };
  onClose: () => void;
  onDone: () => Promise<void>;
};

function Mend({ path, post, onClose, onDone }: SheetProps & { post: Post }) {
  const [text, setText] = useState(post.text ?? '');
  const { error, busy, run } = useDoing();
  const save = () =>
    run(async () => {
      await api.PUT('/api/reading-groups/{groupId}/posts/{id}', {
        params: { path },
        body: { version: post.version, text: text.trim() },
      });
      await onDone();
    });
  return (
    <Ask
      title={t('ownPost.mendTitle')}
      actions={
        <>
          <Button kind="main" onPress={save} disabled={busy || !text.trim()}>
            {t('ownPost.save')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <TextBox label={t('ownPost.text')} value={text} onChange={setText} />
      <Problem error={error} />
    </Ask>
  );
}

function Remove({ path, onClose, onDone }: SheetProps) {
  const { error, busy, run } = useDoing();
  const remove = () =>
    run(async () => {
      await api.DELETE('/api/reading-groups/{groupId}/posts/{id}', { params: { path } });
      await onDone();
    });
  return (
    <Ask
      title={t('ownPost.removeAsk')}
      actions={
        <>
          <Button kind="main" onPress={remove} disabled={busy}>
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
