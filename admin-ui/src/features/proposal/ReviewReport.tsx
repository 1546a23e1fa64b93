import { Select } from 'antd';
import { useState } from 'react';
import { useSessions } from '../../api/sessions';
import { PaperButtons } from '../../ui/PaperButtons';
import { t } from '../../ui/text';

/** The review report of a session, the latest unless another is chosen. */
export function ReviewReport() {
  const sessions = useSessions();
  const [chosen, setChosen] = useState<string>();
  const session = sessions.find(({ key }) => key === (chosen ?? sessions[0]?.key));
  if (!session) return null;
  return (
    <>
      <Select
        aria-label={t('proposal.session')}
        value={session.key}
        onChange={setChosen}
        popupMatchSelectWidth={false}
        options={sessions.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <PaperButtons path={`/api/review-report?session=${session.key}`} name={t('paper.reviewReport')} />
    </>
  );
}
