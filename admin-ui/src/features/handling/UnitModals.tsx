import { Form, Input, Radio } from 'antd';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import { Attachments } from '../../ui/Attachments';
import { counted } from '../../ui/counted';
import { afterToday, type Day, DayItem, dayOf, needed, ReasonItem } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { today } from '../../ui/format';
import { SecrecyHits, useSecrecyHits } from '../../ui/SecrecyHits';
import { nameOf, t } from '../../ui/text';
import type { AssignmentDialogProps } from './AssignmentMoves';
import { ContactItems, type Talk, toContact } from './ContactItems';
import { subjectWords } from './subjectWords';

/** One more talk with the proponent, before the reply. */
export function RecordContact({ assignment, onClose }: AssignmentDialogProps) {
  const draft = `assignment.${assignment.id}.contact`;
  const send = (talk: Talk) =>
    sendOnce(draft, talk, (id) =>
      read(
        api.POST('/api/assignments/{id}/contacts', {
          params: { path: { id: assignment.id } },
          body: { ...toContact(talk), id },
        }),
      ),
    );
  return (
    <FormModal<Talk>
      title={t('assignment.move.contact')}
      verb={t('assignment.move.contact')}
      draft={draft}
      initial={{ on: today() }}
      onSend={send}
      onClose={onClose}
    >
      <ContactItems label={t(subjectWords(assignment).contactMode)} />
      <Form.Item name="text" label={t('contact.text')}>
        <Input.TextArea rows={3} count={counted(2000)} />
      </Form.Item>
    </FormModal>
  );
}

interface OpinionValues {
  text: string;
  docNo?: string;
  signer: string;
  signedOn: Day;
}

/** What an assisting unit tells the leading one. */
/** What stands in it now, before anybody else reads it. */
function OpinionWarning() {
  const text = Form.useWatch<string | undefined>('text', Form.useFormInstance());
  return <SecrecyHits words={useSecrecyHits(text)} says="assist.secrecyHits" />;
}

export function Opine({ assignment, onClose }: AssignmentDialogProps) {
  const send = (values: OpinionValues) =>
    read(
      api.PUT('/api/assignments/{id}/opinion', {
        params: { path: { id: assignment.id } },
        body: { ...values, version: assignment.version, signedOn: dayOf(values.signedOn) },
      }),
    );
  return (
    <FormModal<OpinionValues>
      title={t('assignment.move.give-opinion')}
      verb={t('assignment.move.give-opinion')}
      draft={`assignment.${assignment.id}.opinion.${assignment.round}`}
      initial={{ signedOn: today() }}
      onSend={send}
      onClose={onClose}
    >
      <p className="quiet">{t(subjectWords(assignment).opinionHelp)}</p>
      <Attachments type="assignment" id={assignment.id} title={t('reply.draftFiles')} />
      <Form.Item name="text" label={t('opinion.text')} rules={[needed('opinion.textNeeded')]}>
        <Input.TextArea autoSize={{ minRows: 5 }} count={counted(10_000)} />
      </Form.Item>
      <OpinionWarning />
      <Form.Item name="docNo" label={t('reply.docNo')}>
        <Input maxLength={60} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="signer" label={t('reply.signer')} rules={[needed('reply.signerNeeded')]}>
          <Input maxLength={40} />
        </Form.Item>
        <DayItem name="signedOn" label={t('reply.signedOn')} not={afterToday} />
      </div>
    </FormModal>
  );
}

const qualities = ['GOOD', 'FAIR', 'POOR'] as const;

interface EvaluationValues {
  quality: (typeof qualities)[number];
  comment?: string;
}

/** What the unit thinks of the text: the office reads it, the proponent does not. */
export function Evaluate({ assignment, onClose }: AssignmentDialogProps) {
  const send = (body: EvaluationValues) =>
    read(api.PUT('/api/assignments/{id}/evaluation', { params: { path: { id: assignment.id } }, body }));
  return (
    <FormModal<EvaluationValues>
      title={t('assignment.move.evaluate')}
      verb={t('evaluation.send')}
      draft={`assignment.${assignment.id}.evaluation`}
      initial={{ quality: assignment.evaluation?.quality, comment: assignment.evaluation?.comment ?? undefined }}
      onSend={send}
      onClose={onClose}
    >
      <p className="quiet">{t('evaluation.help')}</p>
      <Form.Item name="quality" label={t('evaluation.quality')} rules={[needed('evaluation.qualityNeeded')]}>
        <Radio.Group vertical options={qualities.map((value) => ({ value, label: nameOf('quality', value) }))} />
      </Form.Item>
      <Form.Item name="comment" label={t('evaluation.comment')}>
        <Input.TextArea rows={3} count={counted(500)} />
      </Form.Item>
    </FormModal>
  );
}

export function Urge({ assignment, onClose }: AssignmentDialogProps) {
  const send = ({ reason }: { reason: string }) =>
    read(
      api.POST('/api/assignments/{id}/urgings', {
        params: { path: { id: assignment.id } },
        body: { text: reason },
      }),
    );
  return (
    <FormModal
      title={t('assignment.move.urge')}
      verb={t('assignment.move.urge')}
      draft={`assignment.${assignment.id}.urging`}
      initial={{ reason: t('urge.standard', { unit: assignment.unitName, due: assignment.replyBy }) }}
      onSend={send}
      onClose={onClose}
    >
      <ReasonItem label={t('urge.text')} />
    </FormModal>
  );
}
