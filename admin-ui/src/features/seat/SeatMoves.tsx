import { Alert, Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Seat } from '../../api/types';
import { FormModal } from '../../ui/FormModal';
import { prose, today } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { Secret } from '../../ui/Secret';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { endReasons } from './seat';

type Move = 'activate' | 'suspend' | 'end';

/** A seat's life, and the invitation by which its person comes in. */
export function SeatMoves({ seat }: { seat: Seat }) {
  const [open, setOpen] = useState<Move>();
  const invite = useAct(() => read(api.POST('/api/seats/{id}/invitations', { params: { path: { id: seat.id } } })));
  const moves = (['activate', 'suspend', 'end'] as const).filter((move) => seat.can.includes(move));
  const mayInvite = seat.can.includes('invite');
  if (moves.length === 0 && !mayInvite) return null;
  return (
    <Card title={t('proposal.moves')}>
      <div className="moves">
        {moves.map((move, at) => (
          <Button
            key={move}
            block
            type={at === 0 && move === 'activate' ? 'primary' : 'default'}
            danger={move === 'end'}
            onClick={() => setOpen(move)}
          >
            {t(`seat.move.${move}`)}
          </Button>
        ))}
        {mayInvite && (
          <Button block loading={invite.isPending} onClick={() => invite.mutate()}>
            {t('seat.invite')}
          </Button>
        )}
        <Problem error={invite.error} />
        {invite.data && (
          <Secret text={invite.data.url} note={t('seat.inviteNote', { day: prose(invite.data.expiresAt) })} />
        )}
      </div>
      {open && <SeatMoveModal seat={seat} move={open} onClose={() => setOpen(undefined)} />}
    </Card>
  );
}

interface Values {
  on?: Dayjs | string;
  document?: string;
  reason?: string;
}

function SeatMoveModal({ seat, move, onClose }: { seat: Seat; move: Move; onClose: () => void }) {
  const path = { params: { path: { id: seat.id } } };
  const send = (values: Values) => {
    const on = dayjs(values.on).format('YYYY-MM-DD');
    const reason = values.reason ?? '';
    const { version } = seat;
    switch (move) {
      case 'activate':
        return read(
          api.PUT('/api/seats/{id}/activation', { ...path, body: { version, on, document: values.document ?? '' } }),
        );
      case 'suspend':
        return read(api.PUT('/api/seats/{id}/suspension', { ...path, body: { version, reason } }));
      case 'end':
        return read(api.PUT('/api/seats/{id}/ending', { ...path, body: { version, reason, on } }));
    }
  };
  return (
    <FormModal<Values>
      title={t(`seat.move.${move}`)}
      verb={t(`seat.move.${move}`)}
      draft={`seat.${seat.id}.${move}`}
      initial={{ on: today() }}
      onSend={send}
      onClose={onClose}
    >
      <Alert
        type={move === 'activate' ? 'info' : 'warning'}
        showIcon
        title={t(`seat.consequence.${move}`)}
        className="form-note"
      />
      {move !== 'suspend' && (
        <Form.Item
          name="on"
          label={t('seat.decidedOn')}
          rules={[{ required: true, message: t('common.dayNeeded') }]}
          getValueProps={(value) => ({ value: value ? dayjs(value) : undefined })}
        >
          <DatePicker />
        </Form.Item>
      )}
      {move === 'activate' && (
        <Form.Item
          name="document"
          label={t('seat.document')}
          rules={[{ required: true, message: t('seat.documentNeeded') }]}
        >
          <Input maxLength={100} placeholder={t('seat.documentExample')} />
        </Form.Item>
      )}
      {move === 'suspend' && (
        <Form.Item
          name="reason"
          label={t('common.reason')}
          rules={[{ required: true, message: t('common.reasonNeeded') }]}
        >
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      )}
      {move === 'end' && (
        <Form.Item
          name="reason"
          label={t('common.reason')}
          rules={[{ required: true, message: t('common.reasonNeeded') }]}
        >
          <Select options={endReasons.map((value) => ({ value, label: nameOf('seat.endReason', value) }))} />
        </Form.Item>
      )}
    </FormModal>
  );
}
