import { Button } from 'antd';
import { useState } from 'react';
import type { DueDate } from '../api/types';
import { prose, today } from './format';
import { Due } from './State';
import { t } from './text';

/** A deadline that can say how it was computed. */
export function DueExplained({ due, label = t('due.by') }: { due: DueDate; label?: string }) {
  const [shown, setShown] = useState(false);
  const { start, rule, skipped, madeUp, missingYears } = due.explanation;
  return (
    <div>
      <p>
        {label} <Due on={due.date} overdue={due.date < today()} spelt />
        {due.provisional && (
          <span className="quiet"> {t('due.provisional', { years: missingYears.join(t('common.and')) })}</span>
        )}
      </p>
      <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t('due.how')}
      </Button>
      {shown && (
        <div className="explanation">
          <p>{t('due.explained', { start: prose(start), rule, on: prose(due.date) })}</p>
          <Days heading={t('due.skipped')} days={skipped} />
          <Days heading={t('due.madeUp')} days={madeUp} />
        </div>
      )}
    </div>
  );
}

function Days({ heading, days }: { heading: string; days: DueDate['explanation']['skipped'] }) {
  if (days.length === 0) return null;
  return (
    <>
      {heading}
      <ul>
        {days.map((each) => (
          <li key={each.day}>{t('due.day', { day: each.day, name: each.name })}</li>
        ))}
      </ul>
    </>
  );
}
