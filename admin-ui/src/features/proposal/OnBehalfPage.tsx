import { useNavigate } from '@tanstack/react-router';
import { Form } from 'antd';
import { useState } from 'react';
import { newId } from '../../api/id';
import { drafts } from '../../api/store';
import type { UploadedFile } from '../../ui/EvidenceUpload';
import { recall } from '../../ui/FormModal';
import { Page } from '../../ui/Page';
import { t } from '../../ui/text';
import { wishesWith } from './basis';
import { enterProposal, saveProposal } from './onBehalf';
import { PaperForm } from './PaperForm';
import { type InWhoseName, PaperProponent } from './PaperProponent';
import type { PaperValues } from './PaperText';

interface Values extends PaperValues {
  as: InWhoseName;
  onBehalfOf: string;
}

const draft = 'proposal.on-behalf';

/** Staff enter what a member or a body handed in on paper: marked as such, with the scan, and the proponent is told. */
export function OnBehalfPage() {
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => newId());
  const [scan, setScan] = useState<UploadedFile>();
  const [seal, setSeal] = useState<UploadedFile>();
  const navigate = useNavigate();
  const send = ({ secrecyConfirmed, as, earlier, basisNote, ...typed }: Values, submits: boolean) => {
    const wishes = wishesWith({ earlier, basisNote }, undefined);
    const written = {
      ...typed,
      ...(wishes && { wishes }),
      // What a body is, the service knows from its seat.
      ...(as !== 'BODY' && { proponentKind: as }),
      scanFileId: scan?.id,
      ...(as === 'BODY' && { sealFileId: seal?.id }),
    };
    return submits ? enterProposal(id, written, secrecyConfirmed) : saveProposal(id, written);
  };
  return (
    <Page title={t('behalf.title')} note={t('behalf.note')}>
      <PaperForm<Values>
        form={form}
        draft={draft}
        initial={{ as: 'MEMBER', suggestions: [''], openToPublic: true, ...recall(draft) }}
        onSend={send}
        onSent={(made) => {
          drafts.drop(draft);
          void navigate({ to: '/proposals/$id', params: { id: made.id } });
        }}
        scan={scan}
        onScan={setScan}
      >
        <PaperProponent seal={seal} onSeal={setSeal} />
      </PaperForm>
    </Page>
  );
}
