import { useState } from 'react';
import { api, got } from '../../api/client';
import { keptQuestion, refreshAll, useRemote } from '../../api/remote';
import type { ReadingGroup } from '../../api/types';
import { t } from '../../text/t';
import { Ask, Button, Problem, Tick, useDoing } from '../../ui/ui';

export const topicsOf = keptQuestion('topics', (id: string) =>
  got(api.GET('/api/reading-groups/{id}/topics', { params: { path: { id } } })),
);

/** What of a group counts as unread: all of it, or only what mentions me and the topics that I choose. */
export function Hearing({ group, onClose }: { group: ReadingGroup; onClose: () => void }) {
  const { data: topics } = useRemote(topicsOf, group.id);
  const [muted, setMuted] = useState(group.muted);
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const { error, busy, run } = useDoing();
  const isFollowed = ({ topic, followed }: { topic: string; followed: boolean }) => changed.get(topic) ?? followed;
  const save = () =>
    run(async () => {
      await api.PUT('/api/reading-groups/{id}/muting', {
        params: { path: { id: group.id } },
        body: { muted, topics: (topics ?? []).filter(isFollowed).map(({ topic }) => topic) },
      });
      refreshAll();
      onClose();
    });
  return (
    <Ask
      title={t('hearing.ask')}
      actions={
        <>
          <Button kind="main" onPress={save} disabled={busy || !topics}>
            {t('hearing.save')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Tick label={t('hearing.mute')} checked={muted} onChange={setMuted} />
      <p className="quiet">{t('hearing.always')}</p>
      {muted && topics && topics.length > 0 && (
        <fieldset className="field">
          <legend>{t('hearing.topics')}</legend>
          {topics.map((each) => (
            <Tick
              key={each.topic}
              label={each.topic}
              checked={isFollowed(each)}
              onChange={(on) => setChanged(new Map([...changed, [each.topic, on]]))}
            />
          ))}
        </fieldset>
      )}
      <Problem error={error} />
    </Ask>
  );
}
