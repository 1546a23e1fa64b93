import { Form } from 'antd';
import type { Dayjs } from 'dayjs';
import { api, read } from '../../api/client';
import type { Assignment } from '../../api/types';
import { type Day, DayItem, dayOf, ReasonItem } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { prose } from '../../ui/format';
import { t } from '../../ui/text';
import type { AssignmentDialogProps } from './AssignmentMoves';
import { GrantItem } from './GrantItem';

/** Only days after the present date and not beyond what the rules allow. */
function beyond({ replyBy, extendableUntil }: Assignment) {
  return (day: Dayjs) =>
    !day.isAfter(replyBy, 'day') || (extendableUntil ? day.isAfter(extendableUntil, 'day') : false);
}

export function AskForTime({ assignment, onClose }: AssignmentDialogProps) {
  const send = ({ until, reason }: { until: Day; reason: string }) =>
    read(
      api.PUT('/api/assignments/{id}/extension-request', {
        params: { path: { id: assignment.id } },
        body: { version: assignment.version, until: dayOf(until), reason },
      }),
    );
  return (
    <FormModal
      title={t('assignment.move.request-extension')}
      verb={t('assignment.move.request-extension')}
      draft={`assignment.${assignment.id}.extension`}
      initial={{ reason: '' }}
      onSend={send}
      onClose={onClose}
    >
      <p className="quiet">
        {t('extension.help', { due: prose(assignment.replyBy), longest: prose(assignment.extendableUntil) })}
      </p>
      <DayItem name="until" label={t('extension.until')} not={beyond(assignment)} />
      <ReasonItem />
    </FormModal>
  );
}

interface Decision {
  granted: boolean;
  until?: Day | null;
  reason?: string;
}

export function DecideTime({ assignment, onClose }: AssignmentDialogProps) {
  const asked = assignment.extension;
  const send = ({ granted, until, reason }: Decision) =>
    read(
      api.PUT('/api/assignments/{id}/extension-decision', {
        params: { path: { id: assignment.id } },
        body: { version: assignment.version, granted, until: granted ? dayOf(until) : undefined, reason },
      }),
    );
  return (
    <FormModal<Decision>
      title={t('assignment.move.decide-extension')}
      verb={t('assignment.decide')}
      draft={`assignment.${assignment.id}.extension-decision`}
      initial={{ until: asked?.until }}
      onSend={send}
      onClose={onClose}
    >
      <p className="quiet">
        {t('extension.asked', {
          due: prose(assignment.replyBy),
          until: prose(asked?.until),
          reason: asked?.reason ?? '',
        })}
      </p>
      <GrantItem yes={t('extension.grant')} no={t('extension.refuse')} />
      <Form.Item noStyle dependencies={['granted']}>
        {({ getFieldValue }) => (
          <>
            {getFieldValue('granted') === true && (
              <DayItem name="until" label={t('extension.until')} not={beyond(assignment)} />
            )}
            <ReasonItem optional={getFieldValue('granted') !== false} />
          </>
        )}
      </Form.Item>
    </FormModal>
  );
}
