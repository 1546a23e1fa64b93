import { Alert, Button, DatePicker, Empty, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import type { Digest, DigestInstruction, InstructionLevel } from '../../api/types';
import { counted } from '../../ui/counted';
import { needed, ReasonItem } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { day } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { at } from './useProposal';

const levels: readonly InstructionLevel[] = ['COUNTY', 'PREFECTURE', 'PROVINCE', 'NATIONAL'];

/** What leaders wrote on an issue. The words are asked for one by one, by those who may. */
export function InstructionCard({ digest }: { digest: Digest }) {
  const [adding, setAdding] = useState(false);
  const may = digest.can.includes('add-instruction');
  if (!may && digest.instructions.length === 0) return null;
  return (
    <Card
      title={t('instruction.title')}
      extra={
        may && (
          <Button size="small" className="no-print" onClick={() => setAdding(true)}>
            {t('instruction.add')}
          </Button>
        )
      }
    >
      {digest.instructions.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('instruction.empty')} />
      )}
      <ul className="news">
        {digest.instructions.map((instruction) => (
          <InstructionRow key={instruction.id} digest={digest} instruction={instruction} />
        ))}
      </ul>
      {adding && <InstructionModal digest={digest} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function InstructionRow({ digest, instruction }: { digest: Digest; instruction: DigestInstruction }) {
  const [removing, setRemoving] = useState(false);
  const words = useAct(() => read(api.GET('/api/digest-instructions/{id}/words', at(instruction))));
  const about = digest.items.find((item) => item.proposalId === instruction.proposalId);
  return (
    <li>
      <span className="gold-mark">{t('instruction.at', { level: nameOf('outcome.level', instruction.level) })}</span>{' '}
      {day(instruction.on)} {instruction.leader}
      <div className="quiet">{about?.title ?? t('instruction.wholeIssue')}</div>
      {words.data && <blockquote className="text">{words.data.text}</blockquote>}
      <Problem error={words.error} />
      <div className="row no-print">
        {instruction.can.includes('read') && !words.data && (
          <Button size="small" type="link" loading={words.isPending} onClick={() => words.mutate()}>
            {t('outcome.readInstruction')}
          </Button>
        )}
        {instruction.can.includes('remove') && (
          <Button size="small" type="link" danger onClick={() => setRemoving(true)}>
            {t('outcome.remove')}
          </Button>
        )}
      </div>
      {removing && (
        <FormModal<{ reason: string }>
          title={t('outcome.remove')}
          verb={t('outcome.remove')}
          draft={`instruction.${instruction.id}.remove`}
          initial={{}}
          onSend={(body) => read(api.DELETE('/api/digest-instructions/{id}', { ...at(instruction), body }))}
          onClose={() => setRemoving(false)}
        >
          <ReasonItem />
        </FormModal>
      )}
    </li>
  );
}

interface Values {
  proposalId?: string;
  level: InstructionLevel;
  leader: string;
  on: Dayjs | string;
  text?: string;
}

function InstructionModal({ digest, onClose }: { digest: Digest; onClose: () => void }) {
  const draft = `digest.${digest.id}.instruction`;
  const send = ({ on, ...values }: Values) => {
    const body = { ...values, on: dayjs(on).format('YYYY-MM-DD') };
    return sendOnce(draft, body, (id) =>
      read(api.POST('/api/proposal-digests/{id}/instructions', { ...at(digest), body: { ...body, id } })),
    );
  };
  return (
    <FormModal<Values>
      title={t('instruction.add')}
      verb={t('instruction.add')}
      draft={draft}
      initial={{ level: 'PREFECTURE' }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item name="proposalId" label={t('instruction.about')} extra={t('instruction.aboutHelp')}>
        <Select
          allowClear
          placeholder={t('instruction.wholeIssue')}
          options={digest.items.map((item) => ({ value: item.proposalId, label: item.title }))}
        />
      </Form.Item>
      <Form.Item name="level" label={t('outcome.levelLabel')} rules={[{ required: true }]}>
        <Select options={levels.map((value) => ({ value, label: nameOf('outcome.level', value) }))} />
      </Form.Item>
      <Form.Item name="leader" label={t('instruction.leader')} rules={[needed('instruction.leaderNeeded')]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="on"
        label={t('instruction.on')}
        rules={[{ required: true, message: t('common.dayNeeded') }]}
        getValueProps={(value) => ({ value: value ? dayjs(value) : undefined })}
      >
        <DatePicker
          disabledDate={(date) => date.isAfter(dayjs(), 'day') || date.isBefore(dayjs(digest.issuedOn), 'day')}
        />
      </Form.Item>
      <Alert type="warning" showIcon title={t('instruction.sealed')} className="form-note" />
      <Form.Item name="text" label={t('outcome.instruction')}>
        <Input.TextArea rows={3} count={counted(2000)} />
      </Form.Item>
    </FormModal>
  );
}
