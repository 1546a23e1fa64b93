import { Alert, Form, Input, Select } from 'antd';
import { api, read } from '../../api/client';
import type { OpinionReport } from '../../api/types';
import { counted } from '../../ui/counted';
import { FormModal } from '../../ui/FormModal';
import { ReferredToItem } from '../../ui/ReferredTo';
import { t } from '../../ui/text';
import { useAnswerReasons } from './answerReasons';
import type { AnsweringMove } from './opinion';
import { at } from './useOpinion';

interface AnswerModalProps {
  report: OpinionReport;
  which: AnsweringMove;
  onClose: () => void;
}

interface Values {
  reason: string;
  comment?: string;
  referredTo?: string;
}

/** Kept or not used: never without a reason, which the author is told. */
export function AnswerModal({ report, which, onClose }: AnswerModalProps) {
  const reasons = useAnswerReasons();
  const send = (values: Values) => {
    const request = { ...at(report), body: { version: report.version, ...values } };
    return which === 'retain'
      ? read(api.PUT('/api/opinion-reports/{id}/retention', request))
      : read(api.PUT('/api/opinion-reports/{id}/non-use', request));
  };
  return (
    <FormModal<Values>
      title={t(`opinion.move.${which}`)}
      verb={t(`opinion.move.${which}`)}
      draft={`opinion.${report.id}.${which}`}
      initial={{}}
      onSend={send}
      onClose={onClose}
    >
      <Alert type="info" showIcon title={t(`opinion.consequence.${which}`)} className="form-note" />
      <Form.Item
        name="reason"
        label={t('common.reason')}
        rules={[{ required: true, message: t('common.reasonNeeded') }]}
      >
        <Select options={reasons.filter((each) => which === 'not-use' || each.value !== 'OTHER_CHANNEL')} />
      </Form.Item>
      <Form.Item noStyle dependencies={['reason']}>
        {({ getFieldValue }) => {
          const elsewhere = getFieldValue('reason') === 'OTHER_CHANNEL';
          return (
            <>
              {elsewhere && (
                <Alert type="warning" showIcon title={t('opinion.consequence.seal')} className="form-note" />
              )}
              <ReferredToItem needed={elsewhere} help={t('opinion.referredHelp')} />
            </>
          );
        }}
      </Form.Item>
      <Form.Item
        name="comment"
        label={t('opinion.explanation')}
        dependencies={['reason']}
        rules={[
          ({ getFieldValue }) => ({
            required: getFieldValue('reason') === 'OTHER',
            message: t('opinion.explanationNeeded'),
          }),
        ]}
      >
        <Input.TextArea rows={3} count={counted(500)} />
      </Form.Item>
    </FormModal>
  );
}
