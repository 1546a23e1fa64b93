import { useRemote } from '../../api/remote';
import type { ReadingGroup } from '../../api/types';
import { t } from '../../text/t';
import { LineTo, Problem, Refreshable, Shape, Sub } from '../../ui/ui';
import { Written } from '../../ui/Written';
import { GroupMembers } from './GroupMembers';
import { GroupSteps } from './GroupSteps';
import { groupBy } from './group';
import { groupFacts } from './ReadingPage';
import { TakePosts } from './TakePosts';

/** Where whoever runs a group does so: its next step, the ways to roster, digests and what waits, and who is in it. */
export function RunPage({ id }: { id: string }) {
  const { data: group, error, reload } = useRemote(groupBy, id);
  return (
    <Sub title={t('run.title')} up={`/reading/${id}`}>
      <Refreshable reload={reload}>
        {!group && (error ? <Problem error={error} retry={reload} /> : <Shape lines={[100, 60, 100]} />)}
        {group && (
          <div className="stack">
            <Standing group={group} />
            <GroupSteps group={group} />
            <div className="card">
              <LineTo to={`/reading/${id}/roster`}>{t('roster.title')}</LineTo>
              {group.openedOn && <LineTo to={`/reading/${id}/digests`}>{t('digest.title')}</LineTo>}
              {group.openedOn && <LineTo to="/reading/moderation">{t('moderation.title')}</LineTo>}
            </div>
            {group.can.includes('export') && <TakePosts group={group} />}
            <GroupMembers group={group} />
          </div>
        )}
      </Refreshable>
    </Sub>
  );
}

function Standing({ group }: { group: ReadingGroup }) {
  return (
    <div className="card tight">
      <Written text={group.theme} look="strong" />
      <p className="quiet">{groupFacts(group)}</p>
      <p className="quiet">{t('run.owner', { name: group.ownerName })}</p>
      {group.status === 'RETURNED' && group.reason && (
        <p className="bad">{t('run.returnedFor', { reason: group.reason })}</p>
      )}
      {group.status === 'PAUSED' && group.reason && <p>{t('reading.pausedFor', { reason: group.reason })}</p>}
      {group.can.includes('open') && <p className="quiet">{t('run.openHelp')}</p>}
    </div>
  );
}
