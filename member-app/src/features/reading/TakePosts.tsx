import { useState } from 'react';
import { sendBytes } from '../../api/client';
import type { ReadingGroup } from '../../api/types';
import { useSeat } from '../../session/session';
import { t } from '../../text/t';
import { Button } from '../../ui/ui';
import { handOver } from '../attachment/papers';
import { Words } from './Words';

/** All that is seen in a group, as a marked table; who takes it says why, and the log keeps it. */
export function TakePosts({ group }: { group: ReadingGroup }) {
  const { seat } = useSeat();
  const [asking, setAsking] = useState(false);
  const take = async (reason: string) => {
    const headers = { 'X-Seat': seat.id };
    const body = new Blob([JSON.stringify({ reason })], { type: 'application/json' });
    const answer = await sendBytes('POST', `/api/reading-groups/${group.id}/post-exports`, headers, body);
    handOver({ name: `${t('export.name', { theme: group.theme })}.xlsx`, bytes: await answer.blob() });
    setAsking(false);
  };
  return (
    <>
      <Button kind="wide" onPress={() => setAsking(true)}>
        {t('export.do')}
      </Button>
      {asking && (
        <Words
          place={`export/${group.id}`}
          title={t('export.do')}
          label={t('export.why')}
          verb={t('export.take')}
          max={200}
          onClose={() => setAsking(false)}
          send={take}
        >
          <p className="quiet">{t('export.says')}</p>
        </Words>
      )}
    </>
  );
}
