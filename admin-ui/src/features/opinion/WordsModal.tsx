import { Alert, Form, Input } from 'antd';
import { api, read } from '../../api/client';
import type { OpinionReport } from '../../api/types';
import { counted } from '../../ui/counted';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';
import type { WordedMove } from './opinion';
import { at } from './useOpinion';

interface WordsModalProps {
  report: OpinionReport;
  which: WordedMove;
  onClose: () => void;
}

/** The moves that go back: each says what follows, and asks why. */
export function WordsModal({ report, which, onClose }: WordsModalProps) {
  const send = ({ reason }: { reason: string }) => {
    const request = { ...at(report), body: { version: report.version, reason } };
    switch (which) {
      case 'return':
        return read(api.PUT('/api/opinion-reports/{id}/returning', request));
      case 'send-back':
        return read(api.PUT('/api/opinion-reports/{id}/sending-back', request));
      case 'withdraw':
        return read(api.PUT('/api/opinion-reports/{id}/withdrawal', request));
    }
  };
  return (
    <FormModal
      title={t(`opinion.move.${which}`)}
      verb={t(`opinion.move.${which}`)}
      draft={`opinion.${report.id}.${which}`}
      initial={{ reason: '' }}
      onSend={send}
      onClose={onClose}
    >
      <Alert type="warning" showIcon title={t(`opinion.consequence.${which}`)} className="form-note" />
      <Form.Item
        name="reason"
        label={t('common.reason')}
        rules={[{ required: true, whitespace: true, message: t('common.reasonNeeded') }]}
      >
        <Input.TextArea rows={3} count={counted(500)} />
      </Form.Item>
    </FormModal>
  );
}
