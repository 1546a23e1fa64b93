import { Form, Input } from 'antd';
import dayjs from 'dayjs';
import { api, read } from '../../api/client';
import type { KeyProposal } from '../../api/types';
import { type Day, DayItem, dayOf } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';

interface Values {
  on?: Day | null;
  place?: string;
}

/** When and where one meets next; without a day there is no meeting planned any more. */
export function KeyMeetingModal({ proposal, onClose }: { proposal: KeyProposal; onClose: () => void }) {
  const send = ({ on, place }: Values) =>
    read(
      api.PUT('/api/proposals/{id}/key/meeting', {
        params: { path: { id: proposal.id } },
        body: { on: dayOf(on), place },
      }),
    );
  return (
    <FormModal<Values>
      title={t('key.planMeeting')}
      verb={t('common.save')}
      draft={`proposal.${proposal.id}.key.meeting`}
      initial={{ on: proposal.meeting?.on, place: proposal.meeting?.place }}
      onSend={send}
      onClose={onClose}
    >
      <DayItem
        name="on"
        label={t('key.meetingOn')}
        help={t('key.meetingHelp')}
        optional
        not={(date) => date.isBefore(dayjs(), 'day')}
      />
      <Form.Item name="place" label={t('key.meetingPlace')}>
        <Input maxLength={100} />
      </Form.Item>
    </FormModal>
  );
}
