import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import { afterToday, type Day, DayItem, dayOf } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';
import type { AssignmentDialogProps } from './AssignmentMoves';
import { MinutesItems } from './MinutesItems';

interface Values {
  on: Day;
  attendees: string;
  minutes: string;
  resolved: boolean;
}

/** Proponent and unit met face to face while it is handled. */
export function HoldConsultation({ assignment, onClose }: AssignmentDialogProps) {
  const send = ({ on, ...values }: Values) => {
    const body = { ...values, on: dayOf(on) };
    return sendOnce(`assignment.${assignment.id}.consultation`, body, (id) =>
      read(
        api.POST('/api/assignments/{id}/consultations', {
          params: { path: { id: assignment.id } },
          body: { ...body, id },
        }),
      ),
    );
  };
  return (
    <FormModal<Values>
      title={t('assignment.move.hold-consultation')}
      verb={t('common.save')}
      draft={`assignment.${assignment.id}.consultation`}
      initial={{}}
      onSend={send}
      onClose={onClose}
    >
      <p className="quiet">{t('consultation.onTheWayHelp')}</p>
      <DayItem name="on" label={t('consultation.on')} not={afterToday} />
      <MinutesItems notResolved={t('consultation.goesOn')} />
    </FormModal>
  );
}
