import { api, got } from '../../api/client';
import { question, useRemote } from '../../api/remote';
import { t, tOr } from '../../text/t';
import { day } from '../../text/time';
import { Problem } from '../../ui/ui';

const promisesOf = question((id: string) =>
  got(api.GET('/api/assignments/{id}/promises', { params: { path: { id } } })),
);

/** What the unit promised, of all rounds, and what became of it so far. */
export function Promises({ assignmentId }: { assignmentId: string }) {
  const { data, error, reload } = useRemote(promisesOf, assignmentId);
  return (
    <>
      <h4>{t('reply.promises')}</h4>
      <Problem error={error} retry={reload} />
      <ul className="stack">
        {data?.map(({ id, text, dueOn, owner, state, reports: [last] }) => (
          <li key={id} className="tight">
            <p className="prose">{text}</p>
            <p className="quiet">{t('reply.promised', { day: day(dueOn), owner })}</p>
            <p>
              <span className="tag">{tOr(`promise.${state}`, 'status.other')}</span>{' '}
              {last && t('promise.last', { day: day(last.on), text: last.text })}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
