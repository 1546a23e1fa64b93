import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { api, done, read } from '../../api/client';
import type { KeyProposal, KeyStep } from '../../api/types';
import { FileLink } from '../../ui/FileLink';
import { ReasonItem } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { prose } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { KeyMeetingModal } from './KeyMeetingModal';
import { KeyModal } from './KeyModal';
import { KeyStepModal } from './KeyStepModal';
import { keySteps } from './proposal';

/** A key proposal's leader, and the notice and two meetings that push it. */
export function KeyCard({ id }: { id: string }) {
  const {
    data: key,
    error,
    refetch,
  } = useQuery({
    queryKey: ['proposal', id, 'key'],
    queryFn: () => read(api.GET('/api/proposals/{id}/key', { params: { path: { id } } })),
  });
  const [open, setOpen] = useState<KeyStep | 'change' | 'meeting' | 'unmark'>();
  const close = () => setOpen(undefined);
  if (error) return <Problem error={error} retry={() => refetch()} />;
  if (!key) return <Skeleton active />;
  const may = key.can.includes('record-step');
  return (
    <Card title={t('key.title')}>
      <p>
        <State family="key.light" code={key.light} /> <span className="quiet">{key.steps.length}/3</span>
      </p>
      <p>
        {t('key.ledBy', { leader: key.leader ?? t('common.none') })}
        {key.specialCommittee && <span className="quiet"> {key.specialCommittee.name}</span>}
      </p>
      <NextMeeting keyProposal={key} onPlan={key.can.includes('plan-meeting') ? () => setOpen('meeting') : undefined} />
      {key.plannedOn && <p className="quiet">{t('key.until', { day: prose(key.plannedOn) })}</p>}
      <ol className="plain-list">
        {keySteps.map((step) => (
          <Step key={step} keyProposal={key} step={step} onRecord={may ? () => setOpen(step) : undefined} />
        ))}
      </ol>
      {key.can.includes('change') && (
        <div className="row">
          <Button onClick={() => setOpen('change')}>{t('key.change')}</Button>
          <Button danger onClick={() => setOpen('unmark')}>
            {t('key.unmark')}
          </Button>
        </div>
      )}
      {open === 'change' && <KeyModal proposalId={id} version={key.version} now={key} onClose={close} />}
      {open === 'unmark' && <UnmarkModal id={id} onClose={close} />}
      {open === 'meeting' && <KeyMeetingModal proposal={key} onClose={close} />}
      {open && open !== 'change' && open !== 'meeting' && open !== 'unmark' && (
        <KeyStepModal proposal={key} step={open} onClose={close} />
      )}
    </Card>
  );
}

function NextMeeting({ keyProposal: { meeting }, onPlan }: { keyProposal: KeyProposal; onPlan?: () => void }) {
  if (!meeting && !onPlan) return null;
  return (
    <p>
      {meeting ? t('key.meetingAt', { day: prose(meeting.on), place: meeting.place }) : t('key.noMeeting')}
      {onPlan && (
        <Button type="link" size="small" className="no-print" onClick={onPlan}>
          {t(meeting ? 'common.edit' : 'key.planMeeting')}
        </Button>
      )}
    </p>
  );
}

function Step({ keyProposal, step, onRecord }: { keyProposal: KeyProposal; step: KeyStep; onRecord?: () => void }) {
  const taken = keyProposal.steps.find((each) => each.step === step);
  return (
    <li className="form-note">
      <span className="strong">{nameOf('key.step', step)}</span>{' '}
      {taken ? prose(taken.on) : <span className="quiet">{t('key.notYet')}</span>}
      {taken?.fileId && <FileLink id={taken.fileId}>{t('key.paper')}</FileLink>}
      {onRecord && (
        <Button type="link" size="small" onClick={onRecord}>
          {t(taken ? 'common.edit' : 'key.enter')}
        </Button>
      )}
      {taken?.note && <p className="text quiet">{taken.note}</p>}
    </li>
  );
}

function UnmarkModal({ id, onClose }: { id: string; onClose: () => void }) {
  return (
    <FormModal<{ reason: string }>
      title={t('key.unmark')}
      verb={t('key.unmark')}
      draft={`proposal.${id}.key.unmark`}
      initial={{}}
      onSend={(body) => done(api.DELETE('/api/proposals/{id}/key', { params: { path: { id } }, body }))}
      onClose={onClose}
    >
      <ReasonItem />
    </FormModal>
  );
}
