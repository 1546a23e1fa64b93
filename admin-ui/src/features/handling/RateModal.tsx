import { Form, Input, Radio } from 'antd';
import { api, read } from '../../api/client';
import type { RatingGiven } from '../../api/types';
import { counted } from '../../ui/counted';
import { needed } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { nameOf, t } from '../../ui/text';
import type { AssignmentDialogProps } from './AssignmentMoves';

const satisfactions = ['SATISFIED', 'BASICALLY_SATISFIED', 'NOT_SATISFIED'] as const;
const points = ['ON_POINT', 'BASICALLY_ON_POINT', 'OFF_POINT'] as const;
const modes = ['MEET', 'FORUM', 'PHONE', 'MAIL', 'LETTER', 'OTHER'] as const;
const visits = ['VISITED', 'NOT_NEEDED', 'NOT_VISITED'] as const;

/** The office enters the proponent's paper form, or the committee's own word where no proponent is left. */
export function RateOnBehalf({ assignment, onClose }: AssignmentDialogProps) {
  const send = (body: RatingGiven) =>
    read(api.PUT('/api/assignments/{id}/rating', { params: { path: { id: assignment.id } }, body }));
  return (
    <FormModal<RatingGiven>
      title={t('assignment.move.rate')}
      verb={t('assignment.move.rate')}
      draft={`assignment.${assignment.id}.rating.${assignment.round}`}
      initial={{}}
      onSend={send}
      onClose={onClose}
    >
      <p className="quiet">{t('rating.onBehalfHelp')}</p>
      <ChoiceItem name="attitude" family="satisfaction" values={satisfactions} needs />
      <ChoiceItem name="result" family="satisfaction" values={satisfactions} needs />
      <ChoiceItem name="onPoint" family="onPoint" values={points} />
      <ChoiceItem name="contactMode" family="contact" values={modes} />
      <ChoiceItem name="visited" family="visited" values={visits} />
      <Form.Item name="leaderReplied" label={t('rating.leaderReplied')} extra={t('rating.leaderRepliedHelp')}>
        <Radio.Group
          options={[
            { value: true, label: t('common.yes') },
            { value: false, label: t('common.no') },
          ]}
        />
      </Form.Item>
      <Form.Item name="comment" label={t('rating.comment')}>
        <Input.TextArea rows={3} count={counted(1000)} />
      </Form.Item>
      <Form.Item
        name="toldHow"
        label={t('rating.toldHow')}
        extra={t('rating.toldHowHelp')}
        rules={[needed('rating.toldHowNeeded')]}
      >
        <Input count={counted(200)} />
      </Form.Item>
    </FormModal>
  );
}

interface ChoiceItemProps {
  name: 'attitude' | 'result' | 'onPoint' | 'contactMode' | 'visited';
  family: string;
  values: readonly string[];
  needs?: boolean;
}

function ChoiceItem({ name, family, values, needs }: ChoiceItemProps) {
  return (
    <Form.Item name={name} label={t(`rating.${name}`)} rules={needs ? [needed('rating.needed')] : []}>
      <Radio.Group options={values.map((value) => ({ value, label: nameOf(family, value) }))} />
    </Form.Item>
  );
}
