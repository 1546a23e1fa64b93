import { UploadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Skeleton, Upload } from 'antd';
import { api, download, read, upload } from '../../api/client';
import { ApiProblem, isRecord } from '../../api/problem';
import type { DocumentTemplate } from '../../api/types';
import { prose } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { saveBlob } from '../../ui/save';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

/** From which Word files papers are printed: the shipped ones, or the committee's own. */
export function TemplatesTab() {
  const { data, error, refetch } = useQuery({
    queryKey: ['document-templates'],
    queryFn: () => read(api.GET('/api/document-templates')),
  });
  return (
    <>
      <p className="quiet">{t('template.note')}</p>
      <Problem error={error} retry={() => refetch()} />
      {!data && !error && <Skeleton active />}
      {data?.map((template) => (
        <Template key={template.kind} template={template} />
      ))}
    </>
  );
}

function Template({ template }: { template: DocumentTemplate }) {
  const { kind } = template;
  const params = { path: { kind } };
  const take = useAct(async () =>
    saveBlob(t('template.fileName', { title: template.title }), await download(`/api/document-templates/${kind}/file`)),
  );
  const put = useAct(async (file: File) => {
    const stored = await upload(`/api/files?name=${encodeURIComponent(file.name)}`, file);
    if (!isRecord(stored) || typeof stored.id !== 'string') return;
    await read(api.PUT('/api/document-templates/{kind}', { params, body: { fileId: stored.id } }));
  });
  const back = useAct(() => read(api.DELETE('/api/document-templates/{kind}', { params })));
  const changes = template.can.includes('change');
  return (
    <Card title={template.title}>
      <p>
        {template.own && template.uploadedAt
          ? t('template.own', { day: prose(template.uploadedAt) })
          : t('template.shipped')}
      </p>
      <p className="quiet">
        {t('template.slots')} {template.slots.map((slot) => `{{${slot}}}`).join(' ')}
      </p>
      <Button onClick={() => take.mutate()} loading={take.isPending}>
        {t('template.download', { title: template.title })}
      </Button>{' '}
      {changes && (
        <Upload
          accept=".docx"
          showUploadList={false}
          beforeUpload={(file) => {
            put.mutate(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={put.isPending}>
            {t('template.upload', { title: template.title })}
          </Button>
        </Upload>
      )}{' '}
      {changes && template.own && (
        <Popconfirm title={t('template.backSure')} onConfirm={() => back.mutate()}>
          <Button loading={back.isPending}>{t('template.back')}</Button>
        </Popconfirm>
      )}
      <Problem error={put.error ?? take.error ?? back.error} />
      <UnknownSlots error={put.error} />
    </Card>
  );
}

/** Which slots of the refused file are not known: the office mends them in Word. */
function UnknownSlots({ error }: { error: unknown }) {
  const slots = error instanceof ApiProblem && isRecord(error.body) ? error.body.slots : undefined;
  if (!Array.isArray(slots)) return null;
  return <p className="bad">{t('template.unknownSlots', { slots: slots.join(t('common.and')) })}</p>;
}
