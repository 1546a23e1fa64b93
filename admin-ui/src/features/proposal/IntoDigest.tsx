import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { api, read } from '../../api/client';
import { newId } from '../../api/id';
import type { ProposalBrief } from '../../api/types';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

interface IntoDigestProps {
  chosen: readonly ProposalBrief[];
  onDone: () => void;
}

/** Puts what stands as filed into a new issue of the digest, and goes there. */
export function IntoDigest({ chosen, onDone }: IntoDigestProps) {
  const navigate = useNavigate();
  const filed = chosen.filter((each) => each.can.includes('digest'));
  const build = useAct(
    (id: string) =>
      read(
        api.POST('/api/proposal-digests', {
          body: { id, recipients: '', items: filed.map((each) => ({ proposalId: each.id })) },
        }),
      ),
    (_, id) => {
      onDone();
      void navigate({ to: '/digests/$id', params: { id } });
    },
  );
  if (filed.length === 0) return null;
  return (
    <>
      <Button loading={build.isPending} onClick={() => build.mutate(newId())}>
        {t('digest.into', { count: filed.length })}
      </Button>
      <Problem error={build.error} />
    </>
  );
}
