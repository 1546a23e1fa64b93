import { UploadOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';
import { upload } from '../api/client';
import { isRecord } from '../api/problem';
import { Problem } from './Problem';
import { t } from './text';
import { useAct } from './useAct';

export interface UploadedFile {
  id: string;
  name: string;
}

interface EvidenceUploadProps {
  file: UploadedFile | undefined;
  onFile: (file: UploadedFile | undefined) => void;
  /** What the button says; without it, that a scan is uploaded. */
  label?: string;
  accept?: string;
}

/** One paper that shows what was entered. */
export function EvidenceUpload({ file, onFile, label, accept = '.pdf,.jpg,.jpeg,.png' }: EvidenceUploadProps) {
  const send = useAct(async (chosen: File) => {
    const stored = await upload(`/api/files?name=${encodeURIComponent(chosen.name)}`, chosen);
    if (isRecord(stored) && typeof stored.id === 'string') onFile({ id: stored.id, name: chosen.name });
  });
  return (
    <>
      <Upload
        accept={accept}
        maxCount={1}
        fileList={file ? [{ uid: file.id, name: file.name, status: 'done' }] : []}
        beforeUpload={(chosen) => {
          send.mutate(chosen);
          return false;
        }}
        onRemove={() => onFile(undefined)}
      >
        <Button icon={<UploadOutlined />} loading={send.isPending}>
          {label ?? t('behalf.upload')}
        </Button>
      </Upload>
      <Problem error={send.error} />
    </>
  );
}
