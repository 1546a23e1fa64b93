import { useState } from 'react';
import { useRemote } from '../../api/remote';
import { t } from '../../text/t';
import { Ask, Button, Problem, Shape } from '../../ui/ui';
import { topicsOf } from './Hearing';

/** The topics of a group, the one written in last first; each leads to its own talk. */
export function Topics({ groupId, onTopic }: { groupId: string; onTopic: (topic: string) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="plain small" onPress={() => setOpen(true)}>
        {t('topics.title')}
      </Button>
      {open && <Choose groupId={groupId} onTopic={onTopic} onClose={() => setOpen(false)} />}
    </>
  );
}

function Choose({
  groupId,
  onTopic,
  onClose,
}: {
  groupId: string;
  onTopic: (topic: string) => void;
  onClose: () => void;
}) {
  const { data, error, reload } = useRemote(topicsOf, groupId);
  return (
    <Ask title={t('topics.ask')} actions={<Button onPress={onClose}>{t('cancel')}</Button>}>
      {!data && (error ? <Problem error={error} retry={reload} /> : <Shape lines={[100, 100]} />)}
      {data?.length === 0 && <p className="quiet">{t('topics.none')}</p>}
      <ul className="between-lines">
        {data?.map(({ topic, posts }) => (
          <li key={topic}>
            <button type="button" className="line" onClick={() => onTopic(topic)}>
              <span className="grow" dir="auto">
                {t('topic.tag', { topic })}
              </span>
              <span className="quiet">{t('topics.posts', { count: posts })}</span>
            </button>
          </li>
        ))}
      </ul>
    </Ask>
  );
}
