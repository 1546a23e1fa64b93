import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import type { Division } from '../../api/types';
import { FormModal } from '../../ui/FormModal';
import { Secret } from '../../ui/Secret';
import { t } from '../../ui/text';

interface Values {
  name: string;
  administrator: { name: string; phone: string };
}

/** A committee in one step: its rows, its organization, its first administrator's invitation. */
export function CreateCommitteeModal({ division, onClose }: { division: Division; onClose: () => void }) {
  const [url, setUrl] = useState<string>();
  if (url) {
    return (
      <Modal open title={t('operator.created')} footer={null} onCancel={onClose} mask={{ closable: false }}>
        <Secret text={url} note={t('operator.inviteNote')} />
      </Modal>
    );
  }
  const send = async (values: Values) => {
    const body = { code: division.code, ...values };
    const made = await sendOnce(`operator.${division.code}`, body, (id) =>
      read(api.POST('/api/operator/committees', { body: { ...body, id } })),
    );
    setUrl(made.invitationUrl);
  };
  return (
    <FormModal<Values>
      title={t('operator.createIn', { division: division.name })}
      verb={t('operator.create')}
      draft={`operator.${division.code}`}
      initial={{ name: t('operator.nameOf', { division: division.name }) }}
      onSend={send}
      onClose={() => url === undefined && onClose()}
    >
      <Form.Item
        name="name"
        label={t('operator.committeeName')}
        rules={[{ required: true, whitespace: true, message: t('operator.nameNeeded') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <AdministratorItems />
    </FormModal>
  );
}

function AdministratorItems() {
  return (
    <>
      <Form.Item
        name={['administrator', 'name']}
        label={t('operator.administratorName')}
        rules={[{ required: true, whitespace: true, message: t('seat.nameNeeded') }]}
      >
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item
        name={['administrator', 'phone']}
        label={t('operator.administratorPhone')}
        rules={[{ required: true, pattern: /^1\d{10}$/, message: t('seat.phoneShape') }]}
      >
        <Input inputMode="numeric" maxLength={11} />
      </Form.Item>
    </>
  );
}
