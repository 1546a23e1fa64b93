import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Form, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Publication } from '../../api/types';
import { Crossed } from '../../ui/Crossed';
import { counted } from '../../ui/counted';
import { needed, ReasonItem } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { prose } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { SecrecyHits } from '../../ui/SecrecyHits';
import { Due, State } from '../../ui/State';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { useKept } from '../../ui/useKept';
import { LetThrough } from './LetThrough';
import { NextReply } from './NextReply';

const route = getRouteApi('/inside/publications/$id');

/** The public words of one proposal: written by one, let through by another. */
export function PublicationPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['publication', id],
    queryFn: () => read(api.GET('/api/proposals/{id}/publication', { params: { path: { id } } })),
  });
  return (
    <Page title={t('publication.one')} note={<Link to="/publications">{t('publication.backToList')}</Link>}>
      {!data && (error ? <Problem error={error} retry={() => refetch()} /> : <Skeleton active />)}
      {data && (
        <div className="matter">
          <div>
            <SecrecyHits words={data.secrecyHits} says="publication.secrecyHits" />
            {data.can.includes('propose') ? <Words key={data.proposalId} it={data} /> : <Shown it={data} />}
            <NextReply key={`${data.proposalId}.reply`} it={data} />
          </div>
          <aside className="aside">
            <Standing it={data} />
            <Decide it={data} />
          </aside>
        </div>
      )}
    </Page>
  );
}

interface Written {
  title: string;
  text: string;
  reply?: string | null;
}

function Words({ it }: { it: Publication }) {
  const kept = useKept<Written>(`publication.${it.proposalId}.words`, {
    title: it.title,
    text: it.text,
    reply: it.reply,
  });
  const propose = useAct(
    (written: Written) =>
      read(
        api.PUT('/api/proposals/{id}/publication', {
          params: { path: { id: it.proposalId } },
          body: { ...written, version: it.version },
        }),
      ),
    (_, written) => kept.took(written),
  );
  return (
    <Card title={t('publication.one')}>
      <Form<Written> {...kept.props} onFinish={(written) => propose.mutate(written)}>
        <Crossed
          crossing={kept.crossing}
          texts={({ title, text, reply }) => [title, text, reply ?? '']}
          send={() => propose.mutate(kept.form.getFieldsValue())}
        />
        <Form.Item name="title" label={t('publication.title')} rules={[needed('publication.titleNeeded')]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="text" label={t('publication.text')} rules={[needed('publication.textNeeded')]}>
          <Input.TextArea autoSize={{ minRows: 8 }} count={counted(20000)} />
        </Form.Item>
        <Form.Item name="reply" label={t('publication.reply')}>
          <Input.TextArea autoSize={{ minRows: 4 }} count={counted(20000)} />
        </Form.Item>
        <Problem error={propose.error} />
        <Button type="primary" htmlType="submit" loading={propose.isPending} disabled={kept.crossing.theirs !== null}>
          {t('publication.propose')}
        </Button>
      </Form>
    </Card>
  );
}

function Shown({ it }: { it: Publication }) {
  return (
    <Card title={it.title}>
      <p className="text">{it.text}</p>
      {it.reply && (
        <div className="reply">
          <h3>{t('publication.replyShown')}</h3>
          <p className="text">{it.reply}</p>
        </div>
      )}
    </Card>
  );
}

function Standing({ it }: { it: Publication }) {
  return (
    <Card title={t('publication.stateLabel')}>
      <p>
        <State family="publication.state" code={it.state} />
      </p>
      <p>
        {t('publication.dueOn')} <Due on={it.dueOn} overdue={false} />
      </p>
      <p>
        {t('publication.proponents')} {it.proponents}
      </p>
      {it.units && (
        <p>
          {t('publication.units')} {it.units}
        </p>
      )}
      {it.proposedBy && it.proposedOn && (
        <p className="quiet">{t('publication.proposedBy', { name: it.proposedBy, day: prose(it.proposedOn) })}</p>
      )}
      {it.reviewedBy && <p className="quiet">{t('publication.reviewedBy', { name: it.reviewedBy })}</p>}
      {it.reason && <p>{t('publication.because', { reason: it.reason })}</p>}
    </Card>
  );
}

/** It is let through or sent back; what is out is taken back with a reason. */
function Decide({ it }: { it: Publication }) {
  const [asking, setAsking] = useState(false);
  const params = { path: { id: it.proposalId } };
  const review = (approved: boolean, reason?: string) =>
    read(
      api.PUT('/api/proposals/{id}/publication/review', { params, body: { version: it.version, approved, reason } }),
    );
  const withdraw = (reason: string) =>
    read(api.PUT('/api/proposals/{id}/publication/withdrawal', { params, body: { version: it.version, reason } }));
  const own = it.can.includes('review-own');
  const reviews = own || it.can.includes('review');
  const withdraws = it.can.includes('withdraw');
  if (!reviews && !withdraws) return null;
  return (
    <Card title={t('opinion.moves')}>
      <div className="moves">
        {reviews && <LetThrough own={own} draft={`publication.${it.proposalId}`} review={review} />}
        {withdraws && (
          <Button danger block onClick={() => setAsking(true)}>
            {t('publication.withdraw')}
          </Button>
        )}
      </div>
      {asking && (
        <FormModal<{ reason: string }>
          title={t('publication.withdraw')}
          verb={t('publication.withdraw')}
          draft={`publication.${it.proposalId}.withdraw`}
          initial={{}}
          onSend={({ reason }) => withdraw(reason)}
          onClose={() => setAsking(false)}
        >
          <ReasonItem />
        </FormModal>
      )}
    </Card>
  );
}
