import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { ReasonItem } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { prose } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { at } from './useProposal';

/** Whether a filed proposal was chosen as outstanding; the office enters it and strikes it out. */
export function OutstandingCard({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['proposal', id, 'outstanding'],
    queryFn: () => read(api.GET('/api/proposals/{id}/outstanding', at({ id }))),
  });
  const [open, setOpen] = useState(false);
  if (error) return <Problem error={error} retry={() => refetch()} />;
  if (!data || (!data.on && data.can.length === 0)) return null;
  const verb = t(data.on ? 'outstanding.end' : 'outstanding.choose');
  const send = (body: { reason: string }) =>
    data.on
      ? read(api.DELETE('/api/proposals/{id}/outstanding', { ...at({ id }), body }))
      : read(api.PUT('/api/proposals/{id}/outstanding', { ...at({ id }), body }));
  return (
    <Card title={t('outstanding.title')}>
      {data.on ? (
        <>
          <p>{t('outstanding.since', { day: prose(data.on) })}</p>
          <p className="text quiet">{data.reason}</p>
        </>
      ) : (
        <p className="quiet">{t('outstanding.not')}</p>
      )}
      {data.can.length > 0 && (
        <Button danger={Boolean(data.on)} onClick={() => setOpen(true)}>
          {verb}
        </Button>
      )}
      {open && (
        <FormModal<{ reason: string }>
          title={verb}
          verb={verb}
          draft={`proposal.${id}.outstanding`}
          initial={{}}
          onSend={send}
          onClose={() => setOpen(false)}
        >
          <ReasonItem label={t('outstanding.reason')} />
        </FormModal>
      )}
    </Card>
  );
}
