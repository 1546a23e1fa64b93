import { Button, Empty, Form, Input, Radio, Skeleton } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import type { Complaint } from '../../api/types';
import { counted } from '../../ui/counted';
import { FormModal } from '../../ui/FormModal';
import { minute } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { Waiting } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';

/** What people say about the system, and what they were answered. */
export function ComplaintsPage() {
  const [writing, setWriting] = useState(false);
  const [answering, setAnswering] = useState<Complaint>();
  const pages = usePages(['complaints'], (after) =>
    read(api.GET('/api/complaints', { params: { query: { after, limit: 50 } } })),
  );
  return (
    <Page
      title={t('complaint.title')}
      note={t('complaint.note')}
      actions={
        <Button type="primary" onClick={() => setWriting(true)}>
          {t('complaint.write')}
        </Button>
      }
    >
      {pages.state.error && <Problem error={pages.state.error} retry={() => pages.state.refetch()} />}
      {pages.state.isPending && <Skeleton active />}
      {!pages.state.isPending && !pages.state.error && pages.rows.length === 0 && (
        <Empty description={t('complaint.empty')} />
      )}
      {pages.rows.map((each) => (
        <Card
          key={each.id}
          title={nameOf('complaint.kind', each.kind)}
          extra={<span className="quiet">{minute(each.createdAt)}</span>}
        >
          <p className="quiet">
            {t('complaint.no', { no: each.trackingNo, contact: each.contact ?? t('common.none') })}
          </p>
          <p className="text">{each.text}</p>
          {each.answer ? (
            <p>{t('complaint.answered', { at: minute(each.answeredAt), text: each.answer })}</p>
          ) : (
            <Waiting text={t('complaint.waiting')} />
          )}
          {each.can.includes('answer') && (
            <Button size="small" onClick={() => setAnswering(each)}>
              {each.answer ? t('complaint.change') : t('complaint.answer')}
            </Button>
          )}
        </Card>
      ))}
      {pages.state.hasNextPage && <Button onClick={() => pages.state.fetchNextPage()}>{t('common.more')}</Button>}
      {writing && <WriteModal onClose={() => setWriting(false)} />}
      {answering && <AnswerModal complaint={answering} onClose={() => setAnswering(undefined)} />}
    </Page>
  );
}

interface Values {
  kind: 'SUGGESTION' | 'COMPLAINT';
  text: string;
  contact?: string;
}

function WriteModal({ onClose }: { onClose: () => void }) {
  return (
    <FormModal<Values>
      title={t('complaint.write')}
      verb={t('complaint.send')}
      draft="complaint.write"
      initial={{ kind: 'SUGGESTION' }}
      onSend={(values) =>
        sendOnce('complaint.write', values, (id) => read(api.POST('/api/complaints', { body: { ...values, id } })))
      }
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('complaint.kindLabel')}>
        <Radio.Group
          options={['SUGGESTION', 'COMPLAINT'].map((value) => ({ value, label: nameOf('complaint.kind', value) }))}
        />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('complaint.text')}
        extra={t('secrecy.banner')}
        rules={[{ required: true, whitespace: true, message: t('complaint.textNeeded') }]}
      >
        <Input.TextArea rows={5} count={counted(2000)} />
      </Form.Item>
      <Form.Item name="contact" label={t('complaint.contact')}>
        <Input maxLength={100} />
      </Form.Item>
    </FormModal>
  );
}

function AnswerModal({ complaint, onClose }: { complaint: Complaint; onClose: () => void }) {
  return (
    <FormModal<{ text: string }>
      title={t('complaint.answer')}
      verb={t('complaint.answer')}
      draft={`complaint.${complaint.id}`}
      initial={{ text: complaint.answer ?? '' }}
      onSend={({ text }) =>
        read(
          api.PUT('/api/complaints/{id}/answer', {
            params: { path: { id: complaint.id } },
            body: { text },
          }),
        )
      }
      onClose={onClose}
    >
      <p className="text">{complaint.text}</p>
      <Form.Item
        name="text"
        label={t('complaint.answerText')}
        rules={[{ required: true, whitespace: true, message: t('complaint.answerNeeded') }]}
      >
        <Input.TextArea rows={5} count={counted(2000)} />
      </Form.Item>
    </FormModal>
  );
}
