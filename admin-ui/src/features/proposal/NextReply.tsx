import { Button, Form, Input } from 'antd';
import { api, read } from '../../api/client';
import type { Publication } from '../../api/types';
import { counted } from '../../ui/counted';
import { needed } from '../../ui/FormItems';
import { prose } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { useKept } from '../../ui/useKept';
import { LetThrough } from './LetThrough';

/** The reply comes when title and text are out already: its words follow, let through by another. */
export function NextReply({ it }: { it: Publication }) {
  const proposes = it.can.includes('propose-reply');
  const own = it.can.includes('review-reply-own');
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
      {(own || it.can.includes('review-reply')) && <Review it={it} own={own} />}
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
        <Input.TextArea autoSize={{ minRows: 6 }} count={counted(20000)} />
      </Form.Item>
      <Problem error={propose.error} />
      <Button type="primary" htmlType="submit" loading={propose.isPending}>
        {t('publication.propose')}
      </Button>
    </Form>
  );
}

function Review({ it, own }: { it: Publication; own: boolean }) {
  const review = (approved: boolean, reason?: string) =>
    read(
      api.PUT('/api/proposals/{id}/publication/reply/review', {
        params: { path: { id: it.proposalId } },
        body: { version: it.version, approved, reason },
      }),
    );
  return (
    <div className="moves">
      <LetThrough own={own} draft={`publication.${it.proposalId}.reply-review`} review={review} />
    </div>
  );
}
