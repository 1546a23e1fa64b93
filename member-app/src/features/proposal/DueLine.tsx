import type { Assignment, DueDate } from '../../api/types';
import { t } from '../../text/t';
import { day } from '../../text/time';

/** By when, how long still, and how that was found. */
export function DueLine({ assignment, named }: { assignment: Assignment; named: boolean }) {
  const { replyBy, daysLeft, deadlines, unitName, role } = assignment;
  if (assignment.repliedOn) return null;
  const left =
    daysLeft === undefined || daysLeft === null
      ? ''
      : daysLeft < 0
        ? t('due.over', { days: -daysLeft })
        : t('due.left', { days: daysLeft });
  return (
    <div>
      <p className={assignment.overdue ? 'bad' : ''}>
        {named && t('due.unit', { unit: unitName, role: t(`role.${role}`) })}
        {t(role === 'ASSIST' ? 'due.opinionBy' : 'due.by', { day: day(replyBy), left })}
      </p>
      {deadlines?.reply && <How due={deadlines.reply} />}
    </div>
  );
}

function How({ due: { date, provisional, explanation } }: { due: DueDate }) {
  const listed = (days: DueDate['explanation']['skipped']) =>
    days.map((each) => `${day(each.day)} ${each.name}`).join(t('comma'));
  return (
    <details>
      <summary>{t('due.how')}</summary>
      <div className="tight quiet">
        <p>{t('due.explained', { start: day(explanation.start), rule: explanation.rule, date: day(date) })}</p>
        {explanation.skipped.length > 0 && <p>{t('due.skipped', { days: listed(explanation.skipped) })}</p>}
        {explanation.madeUp.length > 0 && <p>{t('due.madeUp', { days: listed(explanation.madeUp) })}</p>}
        {provisional && <p>{t('due.provisional', { years: explanation.missingYears.join(t('comma')) })}</p>}
      </div>
    </details>
  );
}
