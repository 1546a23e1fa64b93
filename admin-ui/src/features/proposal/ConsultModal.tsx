import { Form, Input, Radio } from 'antd';
import { api, read } from '../../api/client';
import { counted } from '../../ui/counted';
import { afterToday, type Day, DayItem, dayOf, needed } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';
import type { MoveDialogProps } from './MoveButtons';
import { at } from './useProposal';

interface Minutes {
  on: Day;
  attendees: string;
  minutes: string;
  resolved: boolean;
}

/** After the last round: who met, what was said, and whether that settled it. */
export function ConsultModal({ proposal, onClose, onMoved }: MoveDialogProps) {
  const send = async (values: Minutes) => {
    await read(
      api.PUT('/api/proposals/{id}/consultation', {
        ...at(proposal),
        body: { ...values, version: proposal.version, on: dayOf(values.on) },
      }),
    );
    onMoved('consult');
  };
  return (
    <FormModal<Minutes>
      title={t('proposal.move.consult')}
      verb={t('consultation.send')}
      draft={`proposal.${proposal.id}.consult`}
      initial={{}}
      onSend={send}
      onClose={onClose}
    >
      <p className="quiet">{t('consultation.help')}</p>
      <DayItem name="on" label={t('consultation.on')} not={afterToday} />
      <Form.Item name="attendees" label={t('consultation.attendees')} rules={[needed('consultation.attendeesNeeded')]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="minutes" label={t('consultation.minutes')} rules={[needed('consultation.minutesNeeded')]}>
        <Input.TextArea autoSize={{ minRows: 5 }} count={counted(5000)} />
      </Form.Item>
      <Form.Item name="resolved" label={t('consultation.outcome')} rules={[needed('consultation.outcomeNeeded')]}>
        <Radio.Group
          vertical
          options={[
            { value: true, label: t('consultation.resolved') },
            { value: false, label: t('consultation.notResolved') },
          ]}
        />
      </Form.Item>
    </FormModal>
  );
}
