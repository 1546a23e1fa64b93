import { api, read } from '../../api/client';
import { afterToday, type Day, DayItem, dayOf } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';
import { MinutesItems } from '../handling/MinutesItems';
import type { MoveDialogProps } from './MoveButtons';
import { at } from './useProposal';

interface Minutes {
  on: Day;
  attendees: string;
  minutes: string;
  resolved: boolean;
}

/** After the last round: who met, what was said, and whether that settled it. */
export function ConsultModal({ proposal, onClose, onMoved }: MoveDialogProps) {
  const send = async (values: Minutes) => {
    await read(
      api.PUT('/api/proposals/{id}/consultation', {
        ...at(proposal),
        body: { ...values, version: proposal.version, on: dayOf(values.on) },
      }),
    );
    onMoved('consult');
  };
  return (
    <FormModal<Minutes>
      title={t('proposal.move.consult')}
      verb={t('consultation.send')}
      draft={`proposal.${proposal.id}.consult`}
      initial={{}}
      onSend={send}
      onClose={onClose}
    >
      <p className="quiet">{t('consultation.help')}</p>
      <DayItem name="on" label={t('consultation.on')} not={afterToday} />
      <MinutesItems notResolved={t('consultation.notResolved')} />
    </FormModal>
  );
}
