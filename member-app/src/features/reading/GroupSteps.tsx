import { useState } from 'react';
import { api } from '../../api/client';
import { refreshAll } from '../../api/remote';
import type { ReadingGroup } from '../../api/types';
import { t } from '../../text/t';
import { go } from '../../ui/router';
import { Ask, Button, Problem, useDoing } from '../../ui/ui';
import { isNext, type Step, stepsOf } from './group';
import { Words } from './Words';

/** What the server lets me do with the group, the step that comes next first. */
export function GroupSteps({ group }: { group: ReadingGroup }) {
  const [asking, setAsking] = useState<Step | 'none'>('none');
  const { error, busy, run } = useDoing();
  const all = stepsOf(group);
  if (all.length === 0) return null;
  const close = () => setAsking('none');
  const params = { path: { id: group.id } };
  const done = (call: Promise<unknown>) =>
    call.then(() => {
      close();
      refreshAll();
    });
  const at: Record<Step, () => unknown> = {
    submit: () => run(() => done(api.PUT('/api/reading-groups/{id}/submission', { params }))),
    open: () => run(() => done(api.PUT('/api/reading-groups/{id}/opening', { params }))),
    resume: () => run(() => done(api.DELETE('/api/reading-groups/{id}/pause', { params }))),
    recall: () => run(() => done(api.DELETE('/api/reading-groups/{id}/submission', { params }))),
    reopen: () => setAsking('reopen'),
    edit: () => go(`/reading/${group.id}/edit`),
    summarise: () => setAsking('summarise'),
    pause: () => setAsking('pause'),
    wrap: () => setAsking('wrap'),
    close: () => setAsking('close'),
    archive: () => setAsking('archive'),
    delete: () => setAsking('delete'),
  };
  return (
    <section className="stack" aria-label={t('run.steps')}>
      {all.map((step, index) => (
        <Button key={step} kind={index === 0 && isNext(step) ? 'main wide' : 'wide'} onPress={at[step]} disabled={busy}>
          {nameOf(step)}
        </Button>
      ))}
      <Problem error={error} />
      {asking === 'pause' && (
        <Words
          place={`pause/${group.id}`}
          title={t('run.do.pause')}
          label={t('run.reason')}
          verb={t('run.do.pause')}
          max={200}
          onClose={close}
          send={(reason) => done(api.PUT('/api/reading-groups/{id}/pause', { params, body: { reason } }))}
        >
          <p className="quiet">{t('run.pauseHelp')}</p>
        </Words>
      )}
      {asking === 'reopen' && (
        <Words
          place={`reopen/${group.id}`}
          title={t('run.do.reopen')}
          label={t('run.reason')}
          verb={t('run.do.reopen')}
          max={200}
          onClose={close}
          send={(reason) => done(api.PUT('/api/reading-groups/{id}/reopening', { params, body: { reason } }))}
        >
          <p className="quiet">{t('run.reopenHelp')}</p>
        </Words>
      )}
      {asking === 'summarise' && (
        <Words
          place={`summary/${group.id}`}
          title={t('run.do.summarise')}
          label={t('reading.summary')}
          verb={t('ownPost.save')}
          first={group.summary ?? ''}
          max={5000}
          onClose={close}
          send={(text) => done(api.PUT('/api/reading-groups/{id}/summary', { params, body: { text } }))}
        />
      )}
      {asking === 'wrap' && (
        <Sure
          step="wrap"
          says={t('run.wrapSure', { count: group.members })}
          onClose={close}
          send={() => done(api.PUT('/api/reading-groups/{id}/wrapping', { params }))}
        />
      )}
      {asking === 'close' && (
        <Sure
          step="close"
          says={t('run.closeSure')}
          onClose={close}
          send={() => done(api.PUT('/api/reading-groups/{id}/closing', { params }))}
        />
      )}
      {asking === 'archive' && (
        <Sure
          step="archive"
          says={t('run.archiveSure')}
          onClose={close}
          send={() => done(api.PUT('/api/reading-groups/{id}/archiving', { params }))}
        />
      )}
      {asking === 'delete' && (
        <Sure
          step="delete"
          says={t('run.deleteSure')}
          onClose={close}
          send={async () => {
            await api.DELETE('/api/reading-groups/{id}', { params });
            go('/reading', true);
          }}
        />
      )}
    </section>
  );
}

/** Asks once, saying what comes of it. */
function Sure({
  step,
  says,
  onClose,
  send,
}: {
  step: Step;
  says: string;
  onClose: () => void;
  send: () => Promise<unknown>;
}) {
  const { error, busy, run } = useDoing();
  return (
    <Ask
      title={t('run.sure', { step: nameOf(step) })}
      actions={
        <>
          <Button kind="main" onPress={() => run(send)} disabled={busy}>
            {nameOf(step)}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <p>{says}</p>
      <Problem error={error} />
    </Ask>
  );
}

function nameOf(step: Step): string {
  switch (step) {
    case 'submit':
      return t('run.do.submit');
    case 'open':
      return t('run.do.open');
    case 'resume':
      return t('run.do.resume');
    case 'summarise':
      return t('run.do.summarise');
    case 'close':
      return t('run.do.close');
    case 'archive':
      return t('run.do.archive');
    case 'recall':
      return t('run.do.recall');
    case 'reopen':
      return t('run.do.reopen');
    case 'edit':
      return t('run.do.edit');
    case 'pause':
      return t('run.do.pause');
    case 'wrap':
      return t('run.do.wrap');
    case 'delete':
      return t('run.do.delete');
  }
}
