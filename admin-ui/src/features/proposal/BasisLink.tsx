import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import { PostOrigin } from '../../ui/PostOrigin';
import { nameOf, t } from '../../ui/text';
import type { Basis } from './basis';
import { at } from './useProposal';

/** What a proposal grew out of: the way there for who may read it, else what was noted of it. */
export function BasisLink({ basis: { kind, id, note } }: { basis: Basis }) {
  if (id && kind === 'PROPOSAL') return <Earlier id={id} note={note} />;
  return (
    <>
      {note ? t('proposal.basisNote', { kind: nameOf('proposal.basis', kind), note }) : nameOf('proposal.basis', kind)}{' '}
      {id && kind === 'READING_POST' && <PostOrigin id={id} />}
    </>
  );
}

function Earlier({ id, note }: { id: string; note?: string | null }) {
  const { data } = useQuery({
    queryKey: ['proposal', id],
    queryFn: () => read(api.GET('/api/proposals/{id}', at({ id }))),
  });
  const kind = nameOf('proposal.basis', 'PROPOSAL');
  if (!data) return <>{note ? t('proposal.basisNote', { kind, note }) : kind}</>;
  return (
    <>
      {t('proposal.basisNote', { kind, note: '' })}
      <Link to="/proposals/$id" params={{ id }}>
        {data.title}
      </Link>
    </>
  );
}
