import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { ReasonItem } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

/** Somebody else lets it through or sends it back with a reason; in a small office one's own, with a reason either way. */
export function LetThrough({
  own,
  draft,
  review,
}: {
  own: boolean;
  draft: string;
  review: (approved: boolean, reason?: string) => Promise<unknown>;
}) {
  const [asking, setAsking] = useState<'return' | 'approve'>();
  const approve = useAct(() => review(true));
  return (
    <>
      {own && <p className="note">{t('publication.ownNote')}</p>}
      {own ? (
        <Button type="primary" block onClick={() => setAsking('approve')}>
          {t('publication.approve')}
        </Button>
      ) : (
        <Popconfirm title={t('publication.approveAsk')} onConfirm={() => approve.mutate()}>
          <Button type="primary" block loading={approve.isPending}>
            {t('publication.approve')}
          </Button>
        </Popconfirm>
      )}
      <Button block onClick={() => setAsking('return')}>
        {t('publication.return')}
      </Button>
      <Problem error={approve.error} />
      {asking && (
        <FormModal<{ reason: string }>
          title={t(`publication.${asking}`)}
          verb={t(`publication.${asking}`)}
          draft={`${draft}.${asking}`}
          initial={{}}
          onSend={({ reason }) => review(asking === 'approve', reason)}
          onClose={() => setAsking(undefined)}
        >
          <ReasonItem />
        </FormModal>
      )}
    </>
  );
}
