import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { api, done, read } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import type { ReadingGroup } from '../../api/types';
import { counted } from '../../ui/counted';
import { FormModal } from '../../ui/FormModal';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { SeatPicker } from '../../ui/SeatPicker';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { ReadingGroupModal } from './ReadingGroupModal';

type Asking = 'none' | 'edit' | 'return' | 'pause' | 'reopen' | 'summary' | 'owner';

/** What the server lets me do with a group, in the order of its life. */
export function GroupMoves({ group }: { group: ReadingGroup }) {
  const [asking, setAsking] = useState<Asking>('none');
  const params = { path: { id: group.id } };
  const close = () => setAsking('none');
  const steps: [name: string, label: string, send: () => Promise<unknown>][] = [
    ['submit', t('reading.submit'), () => read(api.PUT('/api/reading-groups/{id}/submission', { params }))],
    ['recall', t('reading.recall'), () => read(api.DELETE('/api/reading-groups/{id}/submission', { params }))],
    ['approve', t('reading.approve'), () => read(api.PUT('/api/reading-groups/{id}/approval', { params }))],
    ['open', t('reading.open'), () => read(api.PUT('/api/reading-groups/{id}/opening', { params }))],
    ['resume', t('reading.resume'), () => read(api.DELETE('/api/reading-groups/{id}/pause', { params }))],
    ['close', t('reading.close'), () => read(api.PUT('/api/reading-groups/{id}/closing', { params }))],
    ['archive', t('reading.archive'), () => read(api.PUT('/api/reading-groups/{id}/archiving', { params }))],
  ];
  const act = useAct((send: () => Promise<unknown>) => send());
  const wrap = useAct(() => read(api.PUT('/api/reading-groups/{id}/wrapping', { params })));
  const navigate = useNavigate();
  const remove = useAct(async () => {
    await done(api.DELETE('/api/reading-groups/{id}', { params }));
    await navigate({ to: '/reading' });
  });
  if (group.can.length === 0) return null;
  const may = (name: string) => group.can.includes(name);
  return (
    <Card title={t('proposal.moves')}>
      <div className="moves">
        {steps
          .filter(([name]) => may(name))
          .map(([name, label, send]) => (
            <Button key={name} type="primary" block loading={act.isPending} onClick={() => act.mutate(send)}>
              {label}
            </Button>
          ))}
        {may('open') && <p className="quiet">{t('reading.openHelp')}</p>}
        {may('return') && (
          <Button block onClick={() => setAsking('return')}>
            {t('reading.return')}
          </Button>
        )}
        {may('edit') && (
          <Button block onClick={() => setAsking('edit')}>
            {t('common.edit')}
          </Button>
        )}
        {may('summarise') && (
          <Button block onClick={() => setAsking('summary')}>
            {t('reading.summarise')}
          </Button>
        )}
        {(may('appoint') || may('own')) && (
          <Button block onClick={() => setAsking('owner')}>
            {t('reading.changeOwner')}
          </Button>
        )}
        {may('pause') && (
          <Button block onClick={() => setAsking('pause')}>
            {t('reading.pause')}
          </Button>
        )}
        {may('reopen') && (
          <Button block onClick={() => setAsking('reopen')}>
            {t('reading.reopen')}
          </Button>
        )}
        {may('wrap') && (
          <Popconfirm
            title={t('reading.wrapSure', { count: group.members })}
            okText={t('reading.wrap')}
            cancelText={t('common.cancel')}
            onConfirm={() => wrap.mutate()}
          >
            <Button block danger loading={wrap.isPending}>
              {t('reading.wrap')}
            </Button>
          </Popconfirm>
        )}
        {may('delete') && (
          <Popconfirm
            title={t('reading.deleteSure')}
            okText={t('common.remove')}
            cancelText={t('common.cancel')}
            onConfirm={() => remove.mutate()}
          >
            <Button block danger loading={remove.isPending}>
              {t('reading.delete')}
            </Button>
          </Popconfirm>
        )}
        <Problem error={act.error ?? wrap.error ?? remove.error} />
        <MissingWeeks error={act.error} />
        <MissingDigests error={act.error} id={group.id} />
      </div>
      {asking === 'edit' && <ReadingGroupModal group={group} onClose={close} />}
      {asking === 'return' && (
        <Words
          title={t('reading.return')}
          label={t('reading.reason')}
          draft={`reading.return.${group.id}`}
          onSend={(reason) => read(api.PUT('/api/reading-groups/{id}/return', { params, body: { reason } }))}
          onClose={close}
        />
      )}
      {asking === 'pause' && (
        <Words
          title={t('reading.pause')}
          label={t('reading.reason')}
          help={t('reading.pauseHelp')}
          draft={`reading.pause.${group.id}`}
          onSend={(reason) => read(api.PUT('/api/reading-groups/{id}/pause', { params, body: { reason } }))}
          onClose={close}
        />
      )}
      {asking === 'reopen' && (
        <Words
          title={t('reading.reopen')}
          label={t('reading.reason')}
          help={t('reading.reopenHelp')}
          draft={`reading.reopen.${group.id}`}
          onSend={(reason) => read(api.PUT('/api/reading-groups/{id}/reopening', { params, body: { reason } }))}
          onClose={close}
        />
      )}
      {asking === 'summary' && (
        <Words
          title={t('reading.summarise')}
          label={t('reading.summary')}
          first={group.summary ?? ''}
          max={5000}
          draft={`reading.summary.${group.id}`}
          onSend={(text) => read(api.PUT('/api/reading-groups/{id}/summary', { params, body: { text } }))}
          onClose={close}
        />
      )}
      {asking === 'owner' && (
        <FormModal<{ ownerId: string }>
          title={t('reading.changeOwner')}
          verb={t('reading.changeOwner')}
          draft={`reading.owner.${group.id}`}
          initial={{}}
          onSend={(body) => read(api.PUT('/api/reading-groups/{id}/owner', { params, body }))}
          onClose={close}
        >
          <Form.Item
            name="ownerId"
            label={t('reading.owner')}
            rules={[{ required: true, message: t('reading.ownerNeeded') }]}
          >
            <SeatPicker />
          </Form.Item>
        </FormModal>
      )}
    </Card>
  );
}

/** Which of the first weeks still have no host: the roster says so beside, and the way to fill it. */
function MissingWeeks({ error }: { error: unknown }) {
  return error instanceof Error && 'code' in error && error.code === 'reading.roster-gap' ? (
    <Alert type="info" showIcon title={t('reading.fillRoster')} />
  ) : null;
}

/** Which weeks still need a digest or a word why there is none, and the way to them. */
function MissingDigests({ error, id }: { error: unknown; id: string }) {
  if (!(error instanceof ApiProblem) || error.code !== 'reading.digest-missing') return null;
  return (
    <Link to="/reading/$id/digests" params={{ id }}>
      {t('digest.toMissing')}
    </Link>
  );
}

function Words({
  title,
  label,
  help,
  first,
  max = 200,
  draft,
  onSend,
  onClose,
}: {
  title: string;
  label: string;
  help?: string;
  first?: string;
  max?: number;
  draft: string;
  onSend: (text: string) => Promise<unknown>;
  onClose: () => void;
}) {
  return (
    <FormModal<{ text: string }>
      title={title}
      verb={title}
      draft={draft}
      initial={{ text: first }}
      onSend={({ text }) => onSend(text)}
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label={label}
        extra={help}
        rules={[{ required: true, whitespace: true, message: t('reading.wordsNeeded') }]}
      >
        <Input.TextArea rows={max > 200 ? 8 : 3} count={counted(max)} />
      </Form.Item>
    </FormModal>
  );
}

/** The terms that still take groups. */
export function useOpenTerms(): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ['reading-terms'],
    queryFn: () => read(api.GET('/api/reading-terms')),
  });
  return (data ?? [])
    .filter(({ status }) => status !== 'WRAPPING' && status !== 'ARCHIVED')
    .map(({ id, name }) => ({ value: id, label: name }));
}
