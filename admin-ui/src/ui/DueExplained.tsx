import { Button } from 'antd';
import { useState } from 'react';
import type { DueDate } from '../api/types';
import { prose, today } from './format';
import { Due } from './State';
import { t } from './text';

/** A deadline that can say how it was computed. */
export function DueExplained({ due }: { due: DueDate }) {
  const [shown, setShown] = useState(false);
  return (
    <div>
      <p>
        {t('due.by')} <Due on={due.on} overdue={due.on < today()} />
        {due.provisional && <span className="quiet"> {t('due.provisional')}</span>}
      </p>
      <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t('due.how')}
      </Button>
      {shown && (
        <div className="explanation">
          <p>{t('due.explained', { start: prose(due.start), rule: due.rule, on: prose(due.on) })}</p>
          {due.skipped.length > 0 && (
            <>
              {t('due.skipped')}
              <ul>
                {due.skipped.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </div>
  );
}
