import { Form, Input } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { KeyProposal, KeyStep } from '../../api/types';
import { counted } from '../../ui/counted';
import { EvidenceUpload, type UploadedFile } from '../../ui/EvidenceUpload';
import { afterToday, type Day, DayItem, dayOf } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { nameOf, t } from '../../ui/text';

interface KeyStepModalProps {
  proposal: KeyProposal;
  step: KeyStep;
  onClose: () => void;
}

/** The notice or a meeting: when it was, what was said, the paper. */
export function KeyStepModal({ proposal, step, onClose }: KeyStepModalProps) {
  const before = proposal.steps.find((each) => each.step === step);
  const [file, setFile] = useState<UploadedFile | undefined>(
    before?.fileId ? { id: before.fileId, name: t('key.paper') } : undefined,
  );
  const send = ({ on, note }: { on: Day; note?: string }) =>
    read(
      api.PUT('/api/proposals/{id}/key/steps/{step}', {
        params: { path: { id: proposal.id, step } },
        body: { on: dayOf(on), note, fileId: file?.id },
      }),
    );
  const verb = t('key.record', { step: nameOf('key.step', step) });
  return (
    <FormModal<{ on: Day; note?: string }>
      title={verb}
      verb={t('common.save')}
      draft={`proposal.${proposal.id}.key.${step}`}
      initial={{ on: before?.on, note: before?.note ?? undefined }}
      onSend={send}
      onClose={onClose}
    >
      <DayItem name="on" label={t('key.on')} not={afterToday} />
      <Form.Item name="note" label={t(step === 'NOTICE' ? 'key.noticeNote' : 'key.minutes')}>
        <Input.TextArea autoSize={{ minRows: 4 }} count={counted(2000)} />
      </Form.Item>
      <Form.Item label={t('key.paper')}>
        <EvidenceUpload file={file} onFile={setFile} />
      </Form.Item>
    </FormModal>
  );
}
