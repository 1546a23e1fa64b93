import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { counted } from '../../ui/counted';
import { EvidenceUpload, type UploadedFile } from '../../ui/EvidenceUpload';
import { afterToday, type Day, DayItem, dayOf, needed } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { SeatsPicker } from '../../ui/SeatsPicker';
import { t } from '../../ui/text';
import { at } from './useProposal';

interface Values {
  seats?: string[];
  signed: boolean;
  on: Day;
  paperNo?: string;
  comment?: string;
}

interface PaperSignatureModalProps {
  proposal: { id: string; title: string };
  /** Of the text that stands on the paper. */
  version: number;
  /** Whose paper it is; without him the members are picked. */
  of?: string;
  onClose: () => void;
}

/** What members without a phone said on paper about signing; they are told that it was entered. */
export function PaperSignatureModal({ proposal, version, of, onClose }: PaperSignatureModalProps) {
  const [scan, setScan] = useState<UploadedFile>();
  const send = ({ seats, signed, on, paperNo, comment }: Values) =>
    read(
      api.POST('/api/proposals/{id}/paper-signatures', {
        ...at(proposal),
        body: {
          version,
          seats: of ? [of] : seats,
          signed,
          on: dayOf(on),
          paperNo: paperNo?.trim(),
          comment: comment?.trim(),
          paperFileId: scan?.id,
        },
      }),
    );
  return (
    <FormModal<Values>
      title={t('paperSignature.enter')}
      verb={t('paperSignature.enter')}
      draft={`proposal.${proposal.id}.paper-signature.${of ?? ''}`}
      initial={{ signed: true }}
      onSend={send}
      onClose={onClose}
    >
      <p className="quiet">{t('paperSignature.help')}</p>
      {of ? (
        <p className="strong">{t('paperSignature.of', { title: proposal.title })}</p>
      ) : (
        <Form.Item
          name="seats"
          label={t('paperSignature.who')}
          extra={t('paperSignature.whoHelp')}
          rules={[needed('paperSignature.whoNeeded')]}
        >
          <SeatsPicker />
        </Form.Item>
      )}
      <Form.Item name="signed" label={t('paperSignature.said')} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: true, label: t('paperSignature.signs') },
            { value: false, label: t('paperSignature.declines') },
          ]}
        />
      </Form.Item>
      <DayItem name="on" label={t('paperSignature.on')} not={afterToday} />
      <Form.Item name="paperNo" label={t('paperSignature.no')} extra={t('paperSignature.noHelp')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item label={t('paperSignature.scan')}>
        <EvidenceUpload file={scan} onFile={setScan} />
      </Form.Item>
      <Form.Item name="comment" label={t('paperSignature.comment')}>
        <Input.TextArea rows={2} count={counted(500)} />
      </Form.Item>
    </FormModal>
  );
}
