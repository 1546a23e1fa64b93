import { Form, Input } from 'antd';
import { postForFile } from '../../api/client';
import { FormModal } from '../../ui/FormModal';
import { today } from '../../ui/format';
import { saveBlob } from '../../ui/save';
import { t } from '../../ui/text';

interface CatalogueModalProps {
  /** Exactly what the list shows. */
  filter: object;
  onClose: () => void;
}

/** Names leave the system: why, is asked and kept. */
export function CatalogueModal({ filter, onClose }: CatalogueModalProps) {
  return (
    <FormModal<{ reason: string }>
      title={t('catalogue.title')}
      verb={t('catalogue.export')}
      draft="catalogue"
      initial={{}}
      onClose={onClose}
      onSend={async ({ reason }) =>
        saveBlob(
          t('catalogue.fileName', { day: today() }),
          await postForFile('/api/proposal-catalogues', { reason, filter }),
        )
      }
    >
      <p className="quiet">{t('catalogue.note')}</p>
      <Form.Item
        name="reason"
        label={t('catalogue.reason')}
        rules={[{ required: true, whitespace: true, message: t('catalogue.reasonNeeded') }]}
      >
        <Input maxLength={200} placeholder={t('catalogue.reasonExample')} />
      </Form.Item>
    </FormModal>
  );
}
