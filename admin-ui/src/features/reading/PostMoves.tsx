import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Post } from '../../api/types';
import { counted } from '../../ui/counted';
import { FormModal } from '../../ui/FormModal';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

interface PostProps {
  groupId: string;
  post: Post;
}

/** What the server lets me do with a post in its group: its author's own moves are the phone's. */
export function PostMoves({ groupId, post }: PostProps) {
  const [hiding, setHiding] = useState(false);
  const params = { path: { groupId, id: post.id } };
  const steps: [name: string, label: string, send: () => Promise<unknown>][] = [
    [
      'release',
      t('moderation.release'),
      () => read(api.PUT('/api/reading-groups/{groupId}/posts/{id}/release', { params })),
    ],
    ['pin', t('reading.post.pin'), () => read(api.PUT('/api/reading-groups/{groupId}/posts/{id}/pin', { params }))],
    [
      'unpin',
      t('reading.post.unpin'),
      () => read(api.DELETE('/api/reading-groups/{groupId}/posts/{id}/pin', { params })),
    ],
    [
      'praise',
      t('reading.post.praise'),
      () => read(api.PUT('/api/reading-groups/{groupId}/posts/{id}/praise', { params })),
    ],
    [
      'unpraise',
      t('reading.post.unpraise'),
      () => read(api.DELETE('/api/reading-groups/{groupId}/posts/{id}/praise', { params })),
    ],
    [
      'approve',
      t('excellent.approve'),
      () => read(api.PUT('/api/reading-groups/{groupId}/posts/{id}/approval', { params })),
    ],
    [
      'unapprove',
      t('excellent.unapprove'),
      () => read(api.DELETE('/api/reading-groups/{groupId}/posts/{id}/approval', { params })),
    ],
  ];
  const act = useAct((send: () => Promise<unknown>) => send());
  const offered = steps.filter(([name]) => post.can.includes(name));
  if (offered.length === 0 && !post.can.includes('hide')) return null;
  return (
    <div className="row">
      {offered.map(([name, label, send]) => (
        <Button key={name} size="small" loading={act.isPending} onClick={() => act.mutate(send)}>
          {label}
        </Button>
      ))}
      {post.can.includes('hide') && (
        <Button size="small" onClick={() => setHiding(true)}>
          {t('moderation.hide')}
        </Button>
      )}
      <Problem error={act.error} />
      {hiding && <HideModal groupId={groupId} post={post} onClose={() => setHiding(false)} />}
    </div>
  );
}

/** A post is hidden for a reason, which its author reads. */
export function HideModal({ groupId, post, onClose }: PostProps & { onClose: () => void }) {
  const params = { path: { groupId, id: post.id } };
  return (
    <FormModal<{ reason: string }>
      title={t('moderation.hideTitle')}
      verb={t('moderation.hide')}
      draft={`reading.hide.${post.id}`}
      initial={{}}
      onSend={(body) => read(api.PUT('/api/reading-groups/{groupId}/posts/{id}/hiding', { params, body }))}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t('moderation.hideReason')}
        extra={t('moderation.hideHelp')}
        rules={[{ required: true, whitespace: true, message: t('moderation.reasonNeeded') }]}
      >
        <Input.TextArea rows={2} count={counted(200)} />
      </Form.Item>
    </FormModal>
  );
}
