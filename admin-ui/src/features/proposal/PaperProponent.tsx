import { useQuery } from '@tanstack/react-query';
import { Form, Radio, Select } from 'antd';
import { api, read } from '../../api/client';
import { EvidenceUpload, type UploadedFile } from '../../ui/EvidenceUpload';
import { needed } from '../../ui/FormItems';
import { Problem } from '../../ui/Problem';
import { SeatPicker } from '../../ui/SeatPicker';
import { nameOf, t } from '../../ui/text';

/** A person in his own name, his sector's or his group's; or a body by its seat. */
export const namesOfWhom = ['MEMBER', 'SECTOR', 'GROUP', 'BODY'] as const;
export type InWhoseName = (typeof namesOfWhom)[number];

interface PaperProponentProps {
  seal: UploadedFile | undefined;
  onSeal: (seal: UploadedFile | undefined) => void;
}

/** In whose name the paper is, and the seal that a body's must carry. */
export function PaperProponent({ seal, onSeal }: PaperProponentProps) {
  const form = Form.useFormInstance();
  return (
    <>
      <Form.Item name="as" label={t('behalf.as')} extra={t('behalf.asHelp')}>
        <Radio.Group
          onChange={() => form.resetFields(['onBehalfOf'])}
          options={namesOfWhom.map((value) => ({ value, label: nameOf('behalf.as', value) }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['as']}>
        {({ getFieldValue }) =>
          getFieldValue('as') === 'BODY' ? (
            <>
              <Form.Item name="onBehalfOf" label={t('behalf.body')} rules={[needed('behalf.bodyNeeded')]}>
                <BodyPicker />
              </Form.Item>
              <SealItem seal={seal} onSeal={onSeal} />
            </>
          ) : (
            <Form.Item name="onBehalfOf" label={t('behalf.member')} rules={[needed('behalf.memberNeeded')]}>
              <SeatPicker members />
            </Form.Item>
          )
        }
      </Form.Item>
    </>
  );
}

export function SealItem({ seal, onSeal }: PaperProponentProps) {
  return (
    <Form.Item label={t('behalf.seal')} extra={t('behalf.sealHelp')}>
      <EvidenceUpload file={seal} onFile={onSeal} label={t('behalf.uploadSeal')} />
    </Form.Item>
  );
}

interface BodyPickerProps {
  id?: string;
  value?: string;
  onChange?: (seat: string) => void;
}

/** The parties, organisations and special committees that have a seat here. */
function BodyPicker({ id, value, onChange }: BodyPickerProps) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['organizations'],
    queryFn: () => read(api.GET('/api/organizations')),
  });
  return (
    <>
      <Select
        id={id}
        value={value}
        onChange={onChange}
        loading={isPending}
        placeholder={t('behalf.bodyPick')}
        notFoundContent={t('behalf.noBody')}
        options={data?.map((each) => ({ value: each.seatId, label: each.name }))}
      />
      <Problem error={error} retry={() => refetch()} />
    </>
  );
}
