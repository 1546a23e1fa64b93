import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Form, Skeleton } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { prose } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { SeatPicker } from '../../ui/SeatPicker';
import { nameOf, t } from '../../ui/text';
import { PaperSignatureModal } from './PaperSignatureModal';

/** For a member without a phone who was asked to sign what another member writes on his. */
export function PaperSignaturesPage() {
  const [seat, setSeat] = useState<string>();
  return (
    <Page title={t('paperSignature.title')} note={t('paperSignature.note')}>
      <Card>
        <Form.Item label={t('paperSignature.member')} htmlFor="paper-signature-member" layout="vertical">
          <SeatPicker members id="paper-signature-member" value={seat} onChange={setSeat} />
        </Form.Item>
        {seat && <Waiting key={seat} seat={seat} />}
      </Card>
    </Page>
  );
}

function Waiting({ seat }: { seat: string }) {
  const [answering, setAnswering] = useState<string>();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['cosigning-requests', seat],
    queryFn: () => read(api.GET('/api/cosigning-requests/{seat}', { params: { path: { seat } } })),
  });
  if (isPending) return <Skeleton active />;
  const chosen = data?.find((each) => each.proposalId === answering);
  return (
    <>
      <Problem error={error} retry={() => refetch()} />
      {data?.length === 0 && <Empty description={t('paperSignature.none')} />}
      {data?.map((each) => (
        <div key={each.proposalId} className="row form-note">
          <span className="strong grow">{each.title || t('proposal.one')}</span>
          <span className="quiet">{t('paperSignature.lead', { name: each.proponent })}</span>
          <span className="quiet">
            {nameOf('proposal.signature', each.state)}
            {each.answerBy && t('paperSignature.by', { day: prose(each.answerBy) })}
          </span>
          <Button onClick={() => setAnswering(each.proposalId)}>{t('paperSignature.enter')}</Button>
        </div>
      ))}
      {chosen && (
        <PaperSignatureModal
          proposal={{ id: chosen.proposalId, title: chosen.title }}
          version={chosen.version}
          of={seat}
          onClose={() => setAnswering(undefined)}
        />
      )}
    </>
  );
}
