import { Button, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { OperatorCommittee } from '../../api/types';
import { FormModal } from '../../ui/FormModal';
import { Problem } from '../../ui/Problem';
import { Secret } from '../../ui/Secret';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { AdministratorItems } from './CreateCommitteeModal';

/** Suspend, resume, and invite again while nobody has come in yet. */
export function CommitteeMoves({ committee }: { committee: OperatorCommittee }) {
  const [inviting, setInviting] = useState(false);
  const [url, setUrl] = useState<string>();
  const path = { params: { path: { id: committee.id } } };
  const suspend = useAct(() => read(api.PUT('/api/operator/committees/{id}/suspension', path)));
  const resume = useAct(() => read(api.DELETE('/api/operator/committees/{id}/suspension', path)));
  const act = committee.suspended ? resume : suspend;
  return (
    <div className="row">
      <Popconfirm
        title={
          committee.suspended
            ? t('operator.resumeSure', { name: committee.name })
            : t('operator.suspendSure', { name: committee.name, count: committee.activeSeats })
        }
        okText={committee.suspended ? t('operator.resume') : t('operator.suspend')}
        cancelText={t('common.cancel')}
        onConfirm={() => act.mutate()}
      >
        <Button size="small" danger={!committee.suspended} loading={act.isPending}>
          {committee.suspended ? t('operator.resume') : t('operator.suspend')}
        </Button>
      </Popconfirm>
      {committee.activeSeats === 0 && !committee.suspended && (
        <Button size="small" onClick={() => setInviting(true)}>
          {t('operator.inviteAgain')}
        </Button>
      )}
      <Problem error={act.error} />
      {inviting && (
        <FormModal<{ administrator: { name: string; phone: string } }>
          title={t('operator.inviteAgain')}
          verb={t('operator.inviteAgain')}
          draft={`operator.invite.${committee.id}`}
          initial={{}}
          onSend={async ({ administrator }) =>
            setUrl(
              (await read(api.POST('/api/operator/committees/{id}/invitations', { ...path, body: administrator }))).url,
            )
          }
          onClose={() => setInviting(false)}
        >
          <AdministratorItems />
        </FormModal>
      )}
      {url && (
        <Modal
          open
          title={t('operator.invited')}
          footer={null}
          onCancel={() => setUrl(undefined)}
          mask={{ closable: false }}
        >
          <Secret text={url} note={t('operator.inviteNote')} />
        </Modal>
      )}
    </div>
  );
}
