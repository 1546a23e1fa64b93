import { Alert, Button, Form, type FormInstance, Input, Radio } from 'antd';
import { useEffect } from 'react';
import { api, read } from '../../api/client';
import { drafts } from '../../api/store';
import type { Assignment, ReplyDraft } from '../../api/types';
import { Attachments } from '../../ui/Attachments';
import { counted } from '../../ui/counted';
import { afterToday, type Day, DayItem, dayOf, needed, notAfterToday } from '../../ui/FormItems';
import { recall, showFields } from '../../ui/FormModal';
import { today } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { SecrecyHits, useSecrecyHits } from '../../ui/SecrecyHits';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { ContactItems, type Talk, toContact } from './ContactItems';
import { useGradeLetters } from './gradeLetters';
import { subjectWords } from './subjectWords';

interface Values {
  docNo: string;
  text: string;
  answers: string[];
  grade: string;
  contact?: Talk;
  signer: string;
  signedOn: Day;
  promises?: { text: string; dueOn: Day; owner: string }[];
  openToPublic?: boolean;
  notOpenReason?: string;
  liaison?: string;
  liaisonPhone?: string;
}

/** The unit's written reply: an answer to each suggestion, a grade, the talk that came before, promises, a signer. */
export function ReplyForm({ assignment }: { assignment: Assignment }) {
  const [form] = Form.useForm<Values>();
  const letters = useGradeLetters();
  const words = subjectWords(assignment);
  const draft = `assignment.${assignment.id}.reply.${assignment.round}`;
  const suggestions = assignment.suggestions ?? [];
  const talked = assignment.contacts.some((talk) => talk.round === assignment.round);
  const send = useAct(
    (values: Values) =>
      read(
        api.PUT('/api/assignments/{id}/reply', {
          params: { path: { id: assignment.id } },
          body: toReply(values, assignment.version),
        }),
      ),
    () => drafts.drop(draft),
  );
  useEffect(() => showFields(form, send.error), [form, send.error]);
  return (
    <Card title={t(assignment.round > 1 ? 'reply.titleAgain' : 'reply.title', { round: assignment.round })}>
      {assignment.reviewComment && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={t('reply.sentBack')}
          description={assignment.reviewComment}
        />
      )}
      {assignment.opinionsMissing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={t('reply.opinionsMissing', { units: assignment.opinionsMissing.join(t('common.and')) })}
        />
      )}
      <Attachments type="assignment" id={assignment.id} title={t('reply.draftFiles')} />
      <Form<Values>
        form={form}
        layout="vertical"
        className="wide-form"
        initialValues={{
          answers: suggestions.map(() => ''),
          signedOn: today(),
          openToPublic: true,
          ...recall(draft),
        }}
        onValuesChange={(_, values) => drafts.write(draft, values)}
        onFinish={(values) => send.mutate(values)}
        scrollToFirstError
      >
        {suggestions.map((suggestion, at) => (
          <Form.Item
            // biome-ignore lint/suspicious/noArrayIndexKey: a suggestion is known by its number
            key={at}
            name={['answers', at]}
            label={t('reply.answerTo', { no: at + 1, suggestion })}
            rules={[{ required: true, whitespace: true, message: t('reply.answerNeeded', { no: at + 1 }) }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} count={counted(2000)} />
          </Form.Item>
        ))}
        <Form.Item name="text" label={t('reply.text')} extra={t(words.textHelp)} rules={[needed('reply.textNeeded')]}>
          <Input.TextArea autoSize={{ minRows: 5 }} count={counted(10_000)} />
        </Form.Item>
        <Form.Item name="grade" label={t('reply.gradeLabel')} rules={[needed('reply.gradeNeeded')]}>
          <Radio.Group vertical options={letters} />
        </Form.Item>
        <Promises />
        {!talked && <ContactItems within={['contact']} label={t(words.contactMode)} />}
        <div className="form-row">
          <Form.Item name="docNo" label={t('reply.docNo')} rules={[needed('reply.docNoNeeded')]}>
            <Input maxLength={50} placeholder={t('reply.docNoExample')} />
          </Form.Item>
          <Form.Item name="signer" label={t('reply.signer')} rules={[needed('reply.signerNeeded')]}>
            <Input maxLength={40} />
          </Form.Item>
          <DayItem name="signedOn" label={t('reply.signedOn')} not={afterToday} />
        </div>
        <div className="form-row">
          <Form.Item name="liaison" label={t('reply.liaison')} extra={t('reply.liaisonHelp')}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="liaisonPhone" label={t('reply.liaisonPhone')}>
            <Input maxLength={40} />
          </Form.Item>
        </div>
        <Publicity />
        <Warning form={form} />
        <Problem error={send.error} />
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('reply.send')}
        </Button>
        <p className="quiet">{t(words.sendHelp)}</p>
      </Form>
    </Card>
  );
}

/** What stands in it now, before anybody else reads it. */
function Warning({ form }: { form: FormInstance<Values> }) {
  const { text, answers, promises } = Form.useWatch([], form) ?? {};
  return <SecrecyHits words={useSecrecyHits({ text, answers, promises })} says="reply.secrecyHits" />;
}

/** Replies are open by default; the unit says why one is not. */
function Publicity() {
  return (
    <>
      <Form.Item name="openToPublic" label={t('reply.openLabel')}>
        <Radio.Group
          options={[
            { value: true, label: t('reply.openYes') },
            { value: false, label: t('reply.openNo') },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['openToPublic']}>
        {({ getFieldValue }) =>
          getFieldValue('openToPublic') === false && (
            <Form.Item name="notOpenReason" label={t('reply.notOpenReason')} rules={[needed('common.reasonNeeded')]}>
              <Input maxLength={200} />
            </Form.Item>
          )
        }
      </Form.Item>
    </>
  );
}

/** What the unit promises, by when, and who answers for it; as many as there are. */
function Promises() {
  return (
    <Form.List name="promises">
      {(rows, { add, remove }) => (
        <fieldset className="plain-fieldset">
          <legend>{t('promise.title')}</legend>
          {rows.map((row) => (
            <div key={row.key} className="picked-row">
              <div className="form-row">
                <Form.Item name={[row.name, 'text']} label={t('promise.text')} rules={[needed('promise.textNeeded')]}>
                  <Input maxLength={500} />
                </Form.Item>
                <DayItem name={[row.name, 'dueOn']} label={t('promise.dueOn')} not={notAfterToday} />
                <Form.Item
                  name={[row.name, 'owner']}
                  label={t('promise.owner')}
                  rules={[needed('promise.ownerNeeded')]}
                >
                  <Input maxLength={60} />
                </Form.Item>
              </div>
              <Button onClick={() => remove(row.name)}>{t('promise.remove')}</Button>
            </div>
          ))}
          <Button onClick={() => add({})}>{t('promise.add')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

export function toReply(values: Values, version: number): ReplyDraft {
  return {
    ...values,
    version,
    answers: values.answers.map((text, at) => ({ no: at + 1, text })),
    contact: values.contact && toContact(values.contact),
    signedOn: dayOf(values.signedOn),
    promises: values.promises?.map((promise) => ({ ...promise, dueOn: dayOf(promise.dueOn) })),
  };
}
