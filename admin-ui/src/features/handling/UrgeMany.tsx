import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Assignment } from '../../api/types';
import { ReasonItem } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { words } from '../../ui/problems';
import { t } from '../../ui/text';

/** What came of urging several units: how many were, and who was not, with the reason. */
export interface Urged {
  done: number;
  failed: { assignment: Assignment; error: unknown }[];
}

interface UrgeManyProps {
  chosen: readonly Assignment[];
  onUrged: (urged: Urged) => void;
}

/** Urges the units of all the chosen that can be urged, one by one; a refusal of one stops none of the others. */
export function UrgeMany({ chosen, onUrged }: UrgeManyProps) {
  const [asking, setAsking] = useState(false);
  const late = chosen.filter(({ can }) => can.includes('urge'));
  if (late.length === 0) return <span className="quiet">{t('urge.nobody')}</span>;
  const verb = t('urge.many', { count: late.length });
  const send = async ({ reason }: { reason: string }) => {
    const urged: Urged = { done: 0, failed: [] };
    for (const assignment of late)
      await urge(assignment, reason).then(
        () => {
          urged.done += 1;
        },
        (error: unknown) => {
          urged.failed.push({ assignment, error });
        },
      );
    onUrged(urged);
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{verb}</Button>
      {asking && (
        <FormModal
          title={verb}
          verb={verb}
          draft="assignments.urging"
          initial={{ reason: t('urge.standardMany') }}
          onSend={send}
          onClose={() => setAsking(false)}
        >
          {late.length < chosen.length && (
            <p className="quiet">{t('urge.others', { count: chosen.length - late.length })}</p>
          )}
          <ReasonItem label={t('urge.text')} />
        </FormModal>
      )}
    </>
  );
}

function urge({ id }: Assignment, text: string): Promise<Assignment> {
  return read(api.POST('/api/assignments/{id}/urgings', { params: { path: { id } }, body: { text } }));
}

export function UrgedNote({ urged: { done, failed }, onClose }: { urged: Urged; onClose: () => void }) {
  return (
    <Alert
      type={failed.length > 0 ? 'warning' : 'success'}
      showIcon
      role="status"
      className="form-note"
      closable={{ onClose }}
      title={
        failed.length > 0 ? t('urge.doneSome', { count: done, failed: failed.length }) : t('urge.done', { count: done })
      }
      description={
        failed.length > 0 && (
          <ul className="plain-list">
            {failed.map(({ assignment, error }) => (
              <li key={assignment.id}>
                <Link to="/assignments/$id" params={{ id: assignment.id }}>
                  {t('urge.which', { unit: assignment.unitName, title: assignment.title })}
                </Link>
                {words(error)}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
