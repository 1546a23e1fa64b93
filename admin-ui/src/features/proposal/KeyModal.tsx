import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { api, read } from '../../api/client';
import type { KeyProposal } from '../../api/types';
import { type Day, DayItem, dayOf, needed } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { SeatPicker } from '../../ui/SeatPicker';
import { t } from '../../ui/text';
import { KeyNumber } from './KeyNumber';

interface Values {
  leader?: string;
  leaderId?: string;
  specialCommitteeId?: string;
  plannedOn?: Day | null;
}

interface KeyModalProps {
  proposalId: string;
  version: number;
  /** As it stands, where it is a key proposal already. */
  now?: KeyProposal;
  onClose: () => void;
}

/** Who leads it, which committee pushes it, until when. */
export function KeyModal({ proposalId, version, now, onClose }: KeyModalProps) {
  const committees = useQuery({
    queryKey: ['special-committees'],
    queryFn: () => read(api.GET('/api/special-committees')),
  });
  const send = ({ plannedOn, ...values }: Values) =>
    read(
      api.PUT('/api/proposals/{id}/key', {
        params: { path: { id: proposalId } },
        body: { ...values, version, plannedOn: dayOf(plannedOn) },
      }),
    );
  const verb = t(now ? 'common.save' : 'proposal.move.mark-key');
  return (
    <FormModal<Values>
      title={t(now ? 'key.change' : 'proposal.move.mark-key')}
      verb={verb}
      draft={`proposal.${proposalId}.key`}
      initial={{
        leader: now?.leader ?? undefined,
        leaderId: now?.leaderId ?? undefined,
        specialCommitteeId: now?.specialCommittee?.id,
        plannedOn: now?.plannedOn,
      }}
      onSend={send}
      onClose={onClose}
    >
      {!now && <KeyNumber />}
      <Form.Item name="leader" label={t('key.leader')} extra={t('key.leaderHelp')} rules={[needed('key.leaderNeeded')]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="leaderId" label={t('key.leaderSeat')} extra={t('key.leaderSeatHelp')}>
        <SeatPicker known={now?.leaderId ? { id: now.leaderId, name: now.leader ?? '' } : undefined} />
      </Form.Item>
      <Form.Item name="specialCommitteeId" label={t('key.committee')}>
        <Select allowClear options={committees.data?.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <DayItem name="plannedOn" label={t('key.plannedOn')} optional not={() => false} />
    </FormModal>
  );
}
