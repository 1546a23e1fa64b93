import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import { t } from '../../ui/text';

/** The next proposal that waits for me. */
export function NextProposal({ id }: { id: string }) {
  const { data } = useQuery({ queryKey: ['todo'], queryFn: () => read(api.GET('/api/todo')) });
  const next = data?.groups
    .flatMap((group) => group.items)
    .find((item) => item.subjectType.toUpperCase() === 'PROPOSAL' && item.subjectId !== id);
  if (!next) return null;
  return (
    <Link to="/proposals/$id" params={{ id: next.subjectId }} className="link-button wide">
      {t('proposal.next', { title: next.title })}
    </Link>
  );
}
