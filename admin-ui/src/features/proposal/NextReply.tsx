import { Button, Form, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Publication } from '../../api/types';
import { needed, ReasonItem } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { prose } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { useKept } from '../../ui/useKept';

/** The reply comes when title and text are out already: its words follow, let through by another. */
export function NextReply({ it }: { it: Publication }) {
  const proposes = it.can.includes('propose-reply');
  if (!it.nextReply && !proposes) return null;
  return (
    <Card title={t('publication.nextReply')}>
      <p className="quiet">{t('publication.nextReplyHelp')}</p>
      {it.nextReply?.proposedBy && (
        <p className="quiet">
          {t('publication.proposedBy', { name: it.nextReply.proposedBy, day: prose(it.nextReply.proposedOn) })}
        </p>
      )}
      {it.nextReply?.reason && <p>{t('publication.because', { reason: it.nextReply.reason })}</p>}
      {proposes ? <Propose it={it} /> : <p className="text">{it.nextReply?.reply}</p>}
      {it.can.includes('review-reply') && <Review it={it} />}
    </Card>
  );
}

function Propose({ it }: { it: Publication }) {
  const kept = useKept<{ reply?: string | null }>(`publication.${it.proposalId}.reply`, {
    reply: it.nextReply?.reply ?? it.unitsReply,
  });
  const propose = useAct(
    (written: { reply?: string | null }) =>
      read(
        api.PUT('/api/proposals/{id}/publication/reply', {
          params: { path: { id: it.proposalId } },
          body: { ...written, version: it.version },
        }),
      ),
    (_, written) => kept.took(written),
  );
  return (
    <Form<{ reply?: string | null }> {...kept.props} onFinish={(written) => propose.mutate(written)}>
      <Form.Item name="reply" label={t('publication.replyWords')} rules={[needed('publication.replyNeeded')]}>
        <Input.TextArea autoSize={{ minRows: 6 }} maxLength={20000} />
      </Form.Item>
      <Problem error={propose.error} />
      <Button type="primary" htmlType="submit" loading={propose.isPending}>
        {t('publication.propose')}
      </Button>
    </Form>
  );
}

function Review({ it }: { it: Publication }) {
  const [returning, setReturning] = useState(false);
  const review = (approved: boolean, reason?: string) =>
    read(
      api.PUT('/api/proposals/{id}/publication/reply/review', {
        params: { path: { id: it.proposalId } },
        body: { version: it.version, approved, reason },
      }),
    );
  const approve = useAct(() => review(true));
  return (
    <div className="moves">
      <Popconfirm title={t('publication.approveAsk')} onConfirm={() => approve.mutate()}>
        <Button type="primary" loading={approve.isPending}>
          {t('publication.approve')}
        </Button>
      </Popconfirm>
      <Button onClick={() => setReturning(true)}>{t('publication.return')}</Button>
      <Problem error={approve.error} />
      {returning && (
        <FormModal<{ reason: string }>
          title={t('publication.return')}
          verb={t('publication.return')}
          draft={`publication.${it.proposalId}.reply-return`}
          initial={{}}
          onSend={({ reason }) => review(false, reason)}
          onClose={() => setReturning(false)}
        >
          <ReasonItem />
        </FormModal>
      )}
    </div>
  );
}
