import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Alert, Form, Radio, Skeleton } from 'antd';
import { useState } from 'react';
import { drafts } from '../../api/store';
import type { Proposal } from '../../api/types';
import type { UploadedFile } from '../../ui/EvidenceUpload';
import { recall } from '../../ui/FormModal';
import { Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { wishesWith } from './basis';
import { changeProposal } from './onBehalf';
import { PaperForm } from './PaperForm';
import { SealItem } from './PaperProponent';
import { type PaperValues, valuesOf } from './PaperText';
import { useProposal } from './useProposal';

const route = getRouteApi('/inside/proposals/$id/edit');
const personal = ['MEMBER', 'SECTOR', 'GROUP'] as const;

type Personal = (typeof personal)[number];

interface Values extends PaperValues {
  proponentKind?: Personal;
}

/** A proposal that the office typed and that is a draft still, or again: put right and handed in. */
export function ReturnedPage() {
  const { id } = route.useParams();
  const { data: proposal, error, refetch } = useProposal(id);
  if (!proposal) {
    return (
      <Page title={t('behalf.edit')}>
        {error ? <Problem error={error} retry={() => refetch()} /> : <Skeleton active paragraph={{ rows: 12 }} />}
      </Page>
    );
  }
  return (
    <Page
      title={t('behalf.edit')}
      note={
        <Link to="/proposals/$id" params={{ id }}>
          {proposal.title || t('proposal.one')}
        </Link>
      }
    >
      {proposal.can.includes('edit') ? (
        <Draft key={id} proposal={proposal} />
      ) : (
        <Alert type="info" showIcon title={t('behalf.notEdited')} />
      )}
    </Page>
  );
}

function Draft({ proposal }: { proposal: Proposal }) {
  const [form] = Form.useForm<Values>();
  const [scan, setScan] = useState<UploadedFile>();
  const [seal, setSeal] = useState<UploadedFile>();
  const navigate = useNavigate();
  const draft = `proposal.${proposal.id}.edit`;
  const kind = personal.find((each) => each === proposal.proponentKind);
  const signed = proposal.cosigners.filter((one) => one.state === 'SIGNED');
  const send = ({ secrecyConfirmed, earlier, basisNote, ...typed }: Values, submits: boolean) =>
    changeProposal(
      proposal,
      {
        ...typed,
        wishes: wishesWith({ earlier, basisNote }, proposal.wishes),
        scanFileId: scan?.id,
        sealFileId: seal?.id,
      },
      submits ? { secrecyConfirmed } : undefined,
    );
  return (
    <PaperForm<Values>
      form={form}
      draft={draft}
      id={proposal.id}
      initial={{ ...valuesOf(proposal), proponentKind: kind, ...recall(draft) }}
      onSend={send}
      onSent={({ id }) => {
        drafts.drop(draft);
        void navigate({ to: '/proposals/$id', params: { id } });
      }}
      scan={scan}
      onScan={setScan}
    >
      <p className="quiet">{t('behalf.of', { name: proposal.proponent.name })}</p>
      {signed.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={t('behalf.signedBefore', { names: signed.map((one) => one.name).join(t('common.and')) })}
        />
      )}
      {kind ? (
        <Form.Item name="proponentKind" label={t('behalf.as')} extra={t('behalf.asHelp')}>
          <Radio.Group options={personal.map((value) => ({ value, label: nameOf('behalf.as', value) }))} />
        </Form.Item>
      ) : (
        <SealItem
          seal={seal ?? (proposal.sealFileId ? { id: proposal.sealFileId, name: t('proposal.sealFile') } : undefined)}
          onSeal={setSeal}
        />
      )}
    </PaperForm>
  );
}
