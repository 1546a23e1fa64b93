import { Button, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { OperatorCommittee } from '../../api/types';
import { Problem } from '../../ui/Problem';
import { Secret } from '../../ui/Secret';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

/** Suspend, resume, and invite again while nobody has come in yet. */
export function CommitteeMoves({ committee }: { committee: OperatorCommittee }) {
  const [url, setUrl] = useState<string>();
  const path = { params: { path: { id: committee.id } } };
  const suspend = useAct(() => read(api.PUT('/api/operator/committees/{id}/suspension', { ...path, body: {} })));
  const resume = useAct(() => read(api.DELETE('/api/operator/committees/{id}/suspension', path)));
  const invite = useAct(
    () => read(api.POST('/api/operator/committees/{id}/invitations', path)),
    (link) => setUrl(link.url),
  );
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
        <Button size="small" loading={invite.isPending} onClick={() => invite.mutate()}>
          {t('operator.inviteAgain')}
        </Button>
      )}
      <Problem error={act.error ?? invite.error} />
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
