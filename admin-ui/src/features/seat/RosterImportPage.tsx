import { InboxOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Skeleton, Upload } from 'antd';
import { api, read, upload } from '../../api/client';
import { newId } from '../../api/id';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { RosterColumns } from './RosterColumns';
import { RosterCommit } from './RosterCommit';
import { RosterRows } from './RosterRows';
import { importId } from './roster';

const route = getRouteApi('/inside/seats/import');

/** Upload, look at how columns were matched, look at the rows, then one button that says the number. */
export function RosterImportPage() {
  const { id } = route.useSearch();
  return (
    <Page title={t('roster.title')} note={<Link to="/seats">{t('seat.backToList')}</Link>}>
      {id ? <RosterImportSteps id={id} /> : <UploadStep />}
    </Page>
  );
}

function UploadStep() {
  const navigate = useNavigate();
  const send = useAct(async (file: File) => {
    const name = encodeURIComponent(file.name);
    const id = importId(await upload(`/api/roster-imports?id=${newId()}&fileName=${name}`, file));
    if (id) await navigate({ to: '/seats/import', search: { id } });
  });
  return (
    <Card title={t('roster.upload')}>
      <Upload.Dragger
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={false}
        disabled={send.isPending}
        beforeUpload={(file) => {
          send.mutate(file);
          return false;
        }}
      >
        <p>
          <InboxOutlined className="upload-icon" />
        </p>
        <p className="strong">{send.isPending ? t('roster.reading') : t('roster.drop')}</p>
        <p className="quiet">{t('roster.dropHelp')}</p>
      </Upload.Dragger>
      <Problem error={send.error} />
    </Card>
  );
}

function RosterImportSteps({ id }: { id: string }) {
  const navigate = useNavigate();
  const {
    data: roster,
    error,
    refetch,
  } = useQuery({
    queryKey: ['roster-import', id],
    queryFn: () => read(api.GET('/api/roster-imports/{id}', { params: { path: { id } } })),
  });
  if (error) return <Problem error={error} retry={() => refetch()} />;
  if (!roster) return <Skeleton active paragraph={{ rows: 10 }} />;
  return (
    <>
      <Card
        title={t('roster.file', { name: roster.fileName })}
        extra={<Button onClick={() => navigate({ to: '/seats/import', search: {} })}>{t('roster.another')}</Button>}
      >
        <RosterColumns roster={roster} />
      </Card>
      <RosterRows roster={roster} />
      <RosterCommit roster={roster} />
    </>
  );
}
