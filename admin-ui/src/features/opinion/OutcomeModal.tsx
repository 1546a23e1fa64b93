import { Alert, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import type { OpinionReport, OutcomeKind, OutcomeLevel } from '../../api/types';
import { counted } from '../../ui/counted';
import { EvidenceUpload, type UploadedFile } from '../../ui/EvidenceUpload';
import { FormModal } from '../../ui/FormModal';
import { nameOf, t } from '../../ui/text';
import { outcomeKinds, outcomeLevels } from './opinion';
import { at } from './useOpinion';

interface Values {
  kind: OutcomeKind;
  level: OutcomeLevel;
  on: Dayjs | string;
  who?: string;
  note?: string;
  instruction?: string;
}

/** Notes an outcome with its evidence. What a leader wrote is kept under seal. */
export function OutcomeModal({ report, onClose }: { report: OpinionReport; onClose: () => void }) {
  const [file, setFile] = useState<UploadedFile>();
  const draft = `opinion.${report.id}.outcome`;
  const send = ({ on, ...values }: Values) => {
    const body = { ...values, on: dayjs(on).format('YYYY-MM-DD'), fileId: file?.id };
    return sendOnce(draft, body, (id) =>
      read(api.POST('/api/opinion-reports/{id}/outcomes', { ...at(report), body: { ...body, id } })),
    );
  };
  return (
    <FormModal<Values>
      title={t('outcome.add')}
      verb={t('outcome.add')}
      draft={draft}
      initial={{ kind: 'USED', level: 'COUNTY' }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('outcome.kindLabel')} rules={[{ required: true }]}>
        <Select options={outcomeKinds.map((value) => ({ value, label: nameOf('outcome.kind', value) }))} />
      </Form.Item>
      <Form.Item name="level" label={t('outcome.levelLabel')} rules={[{ required: true }]}>
        <Select options={outcomeLevels.map((value) => ({ value, label: nameOf('outcome.level', value) }))} />
      </Form.Item>
      <Form.Item
        name="on"
        label={t('outcome.on')}
        rules={[{ required: true, message: t('common.dayNeeded') }]}
        getValueProps={(value) => ({ value: value ? dayjs(value) : undefined })}
      >
        <DatePicker disabledDate={(date) => date.isAfter(dayjs(), 'day')} />
      </Form.Item>
      <Form.Item name="who" label={t('outcome.who')} extra={t('outcome.whoHelp')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) =>
          getFieldValue('kind') === 'INSTRUCTION' && (
            <>
              <Alert type="warning" showIcon title={t('outcome.instructionHelp')} className="form-note" />
              <Form.Item name="instruction" label={t('outcome.instruction')}>
                <Input.TextArea rows={3} count={counted(2000)} />
              </Form.Item>
            </>
          )
        }
      </Form.Item>
      <Form.Item name="note" label={t('outcome.note')}>
        <Input.TextArea rows={2} count={counted(500)} />
      </Form.Item>
      <Form.Item label={t('outcome.evidence')}>
        <EvidenceUpload file={file} onFile={setFile} />
      </Form.Item>
    </FormModal>
  );
}
