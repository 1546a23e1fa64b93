import { useQuery } from '@tanstack/react-query';
import { Alert, Empty, Form, Input, Radio, Skeleton, Space } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Proposal } from '../../api/types';
import { FormModal } from '../../ui/FormModal';
import { Problem } from '../../ui/Problem';
import { State } from '../../ui/State';
import { t } from '../../ui/text';
import type { Move } from './proposal';

interface MergeModalProps {
  /** Those that join another; the main one is chosen here. */
  proposals: readonly Pick<Proposal, 'id' | 'title'>[];
  onClose: () => void;
  onMoved: (move: Move) => void;
}

/** Joins proposals of one matter to a filed one: those most alike are offered first, any other is found by its words. */
export function MergeModal({ proposals, onClose, onMoved }: MergeModalProps) {
  const ids = proposals.map(({ id }) => id);
  const send = async ({ into }: { into: string }) => {
    await read(api.POST('/api/proposal-mergers', { body: { into, ids: ids.filter((id) => id !== into) } }));
    onMoved('merge');
  };
  const verb = t('merge.verb', { count: proposals.length });
  return (
    <FormModal<{ into: string }>
      title={verb}
      verb={verb}
      draft={`proposal.${ids[0]}.merge`}
      initial={{}}
      onSend={send}
      onClose={onClose}
    >
      <Alert
        type="warning"
        showIcon
        title={t('merge.consequence', { count: proposals.length })}
        className="form-note"
      />
      <ul>
        {proposals.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
      <Form.Item name="into" label={t('merge.into')} rules={[{ required: true, message: t('merge.intoNeeded') }]}>
        <MainPicker like={proposals[0]} />
      </Form.Item>
    </FormModal>
  );
}

interface MainPickerProps {
  like: Pick<Proposal, 'id' | 'title'> | undefined;
  value?: string;
  onChange?: (id: string) => void;
}

interface Candidate {
  id: string;
  title: string;
  proponent: string;
  caseNo?: string | null;
  status: string;
  percent?: number;
}

const open = ['FILED', 'HANDLING', 'REPLY_REVIEW', 'AWAITING_FEEDBACK', 'FEEDBACK_IN', 'REHANDLING'];

function MainPicker({ like, value, onChange }: MainPickerProps) {
  const [q, setQ] = useState('');
  const { data, error, isPending } = useQuery({
    queryKey: ['merge', like?.id, q],
    queryFn: async (): Promise<Candidate[]> =>
      q
        ? (await read(api.GET('/api/proposals', { params: { query: { q, limit: 20 } } }))).items
        : read(api.POST('/api/proposals/similar', { body: { id: like?.id, title: like?.title } })),
  });
  const rows = data?.filter((each) => open.includes(each.status) && each.id !== like?.id) ?? [];
  return (
    <div className="stack">
      <Input.Search placeholder={t('merge.find')} allowClear onSearch={(text) => setQ(text.trim())} />
      <Problem error={error} />
      {isPending && <Skeleton active paragraph={{ rows: 3 }} />}
      {!isPending && rows.length === 0 && <Empty description={t(q ? 'merge.noneFound' : 'merge.noneAlike')} />}
      <Radio.Group value={value} onChange={(event) => onChange?.(String(event.target.value))}>
        <Space orientation="vertical">
          {rows.map((each) => (
            <Radio key={each.id} value={each.id}>
              {each.caseNo} {each.title} <span className="quiet">{each.proponent}</span>{' '}
              <State family="proposal.status" code={each.status} />{' '}
              {each.percent !== undefined && (
                <span className="quiet">{t('merge.share', { percent: each.percent })}</span>
              )}
            </Radio>
          ))}
        </Space>
      </Radio.Group>
    </div>
  );
}
