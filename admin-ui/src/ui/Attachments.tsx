import { UploadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Upload } from 'antd';
import { api, read, upload } from '../api/client';
import { isRecord } from '../api/problem';
import { FileLink } from './FileLink';
import { fileSize } from './format';
import { Card } from './Page';
import { Problem } from './Problem';
import { Recording } from './Recording';
import { t } from './text';
import { useAct } from './useAct';

const taken = '.pdf,.ofd,.doc,.docx,.wps,.xls,.xlsx,.et,.ppt,.pptx,.dps,.txt,.jpg,.jpeg,.png,.gif,.webp';

/** What hangs on a matter; whoever may edit it adds and takes off. */
export function Attachments({ type, id, title }: { type: string; id: string; title?: string }) {
  const path = { subjectType: type, subjectId: id };
  const { data, error, refetch } = useQuery({
    queryKey: ['attachments', type, id],
    queryFn: () => read(api.GET('/api/attachments/{subjectType}/{subjectId}', { params: { path } })),
  });
  const add = useAct(async (file: File) => {
    const stored = await upload(`/api/files?name=${encodeURIComponent(file.name)}`, file);
    if (!isRecord(stored) || typeof stored.id !== 'string') return;
    const params = { path: { ...path, fileId: stored.id } };
    await read(api.PUT('/api/attachments/{subjectType}/{subjectId}/{fileId}', { params }));
  });
  const remove = useAct((fileId: string) =>
    read(api.DELETE('/api/attachments/{subjectType}/{subjectId}/{fileId}', { params: { path: { ...path, fileId } } })),
  );
  const edits = data?.can.includes('attach') ?? false;
  if (!error && !edits && !data?.items.length) return null;
  return (
    <Card title={title ?? t('attachment.title')}>
      <Problem error={error} retry={() => refetch()} />
      <ul className="plain-list">
        {data?.items.map((file) => (
          <li key={file.id}>
            {file.lengthMs ? (
              <Recording id={file.id} name={file.name} lengthMs={file.lengthMs} />
            ) : (
              <FileLink id={file.id}>{file.name}</FileLink>
            )}{' '}
            <span className="quiet">{fileSize(file.size)}</span>
            {edits && (
              <Button type="link" size="small" onClick={() => remove.mutate(file.id)} disabled={remove.isPending}>
                {t('attachment.remove', { name: file.name })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {edits && data && (
        <Upload
          accept={taken}
          showUploadList={false}
          beforeUpload={(file) => {
            add.mutate(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={add.isPending} disabled={data.items.length >= data.max}>
            {t('attachment.add', { size: fileSize(data.maxBytes) })}
          </Button>
        </Upload>
      )}
      <Problem error={add.error ?? remove.error} />
    </Card>
  );
}
