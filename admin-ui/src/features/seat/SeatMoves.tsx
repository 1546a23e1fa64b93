import { Alert, Button, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import dayjs from 'dayjs';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Seat } from '../../api/types';
import { counted } from '../../ui/counted';
import { DecisionItems } from '../../ui/DecisionItems';
import { FormModal } from '../../ui/FormModal';
import { prose, today } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { Secret } from '../../ui/Secret';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { type EndReason, endReasons } from './seat';

type Move = 'activate' | 'suspend' | 'end';

const moves: readonly Move[] = ['activate', 'suspend', 'end'];

/** A seat's life, and the invitation by which its person comes in. */
export function SeatMoves({ seat }: { seat: Seat }) {
  const [open, setOpen] = useState<Move>();
  const invite = useAct(() => read(api.POST('/api/seats/{id}/invitations', { params: { path: { id: seat.id } } })));
  const offered = moves.filter((move) => seat.can.includes(move));
  const mayInvite = seat.can.includes('invite');
  if (offered.length === 0 && !mayInvite) return null;
  return (
    <Card title={t('proposal.moves')}>
      <div className="moves">
        {offered.map((move) => (
          <Button
            key={move}
            block
            type={move === 'activate' ? 'primary' : 'default'}
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
  decidedOn?: Dayjs | string | null;
  decisionDocument?: string;
  reason?: EndReason;
  note?: string;
}

function SeatMoveModal({ seat, move, onClose }: { seat: Seat; move: Move; onClose: () => void }) {
  const path = { params: { path: { id: seat.id } } };
  const send = ({ decidedOn, decisionDocument, reason, note }: Values) => {
    const decision = {
      version: seat.version,
      decisionDocument,
      decidedOn: decidedOn ? dayjs(decidedOn).format('YYYY-MM-DD') : undefined,
    };
    switch (move) {
      case 'activate':
        return read(api.PUT('/api/seats/{id}/activation', { ...path, body: decision }));
      case 'suspend':
        return read(api.PUT('/api/seats/{id}/suspension', { ...path, body: { ...decision, reason: note } }));
      case 'end':
        return read(
          api.PUT('/api/seats/{id}/ending', { ...path, body: { ...decision, reason: reason ?? 'LEFT', note } }),
        );
    }
  };
  return (
    <FormModal<Values>
      title={t(`seat.move.${move}`)}
      verb={t(`seat.move.${move}`)}
      draft={`seat.${seat.id}.${move}`}
      initial={{ decidedOn: today() }}
      onSend={send}
      onClose={onClose}
    >
      <Alert
        type={move === 'activate' ? 'info' : 'warning'}
        showIcon
        title={t(`seat.consequence.${move}`)}
        className="form-note"
      />
      {move === 'end' && (
        <Form.Item
          name="reason"
          label={t('common.reason')}
          rules={[{ required: true, message: t('common.reasonNeeded') }]}
        >
          <Select options={endReasons.map((value) => ({ value, label: nameOf('seat.endReason', value) }))} />
        </Form.Item>
      )}
      <DecisionItems />
      {move !== 'activate' && (
        <Form.Item name="note" label={t('seat.note')}>
          <Input.TextArea rows={2} count={counted(500)} />
        </Form.Item>
      )}
    </FormModal>
  );
}
