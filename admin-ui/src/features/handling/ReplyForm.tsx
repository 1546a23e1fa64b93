import { Button, DatePicker, Form, Input, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect } from 'react';
import { api, read } from '../../api/client';
import { drafts } from '../../api/store';
import type { Assignment, ReplyDraft } from '../../api/types';
import { recall, showFields } from '../../ui/FormModal';
import { today } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { useGradeLetters } from './gradeLetters';

type Day = Dayjs | string;
type ContactMode = NonNullable<NonNullable<ReplyDraft['contact']>['mode']>;

interface Values {
  docNo: string;
  text: string;
  answers: string[];
  grade: string;
  contact: { mode: ContactMode; on: Day; who: string };
  signer: string;
  signedOn: Day;
}

const contactModes: readonly ContactMode[] = ['MEET', 'FORUM', 'PHONE', 'MAIL', 'LETTER', 'OTHER'];

/** The unit's written reply: an answer to each suggestion, a grade, the talk that came before, a signer. */
export function ReplyForm({ assignment }: { assignment: Assignment }) {
  const [form] = Form.useForm<Values>();
  const letters = useGradeLetters();
  const draft = `assignment.${assignment.id}.reply`;
  const suggestions = assignment.suggestions ?? [];
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
    <Card title={t('reply.title')}>
      <Form<Values>
        form={form}
        layout="vertical"
        className="wide-form"
        initialValues={{ answers: suggestions.map(() => ''), signedOn: today(), ...recall(draft) }}
        onValuesChange={(_, values) => drafts.write(draft, values)}
        onFinish={(values) => send.mutate(values)}
        scrollToFirstError
      >
        {suggestions.map((suggestion, at) => (
          <Form.Item
            key={suggestion}
            name={['answers', at]}
            label={t('reply.answerTo', { no: at + 1, suggestion })}
            rules={[{ required: true, whitespace: true, message: t('reply.answerNeeded', { no: at + 1 }) }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} showCount />
          </Form.Item>
        ))}
        <Form.Item name="text" label={t('reply.text')} extra={t('reply.textHelp')} rules={[needed('reply.textNeeded')]}>
          <Input.TextArea autoSize={{ minRows: 5 }} maxLength={10_000} showCount />
        </Form.Item>
        <Form.Item name="grade" label={t('reply.gradeLabel')} rules={[needed('reply.gradeNeeded')]}>
          <Radio.Group vertical options={letters} />
        </Form.Item>
        <div className="form-row">
          <Form.Item name={['contact', 'mode']} label={t('reply.contactMode')} rules={[needed('reply.contactNeeded')]}>
            <Select options={contactModes.map((value) => ({ value, label: nameOf('contact', value) }))} />
          </Form.Item>
          <DayItem name={['contact', 'on']} label={t('reply.contactOn')} />
          <Form.Item name={['contact', 'who']} label={t('reply.contactWho')} rules={[needed('reply.contactWhoNeeded')]}>
            <Input maxLength={50} />
          </Form.Item>
        </div>
        <div className="form-row">
          <Form.Item name="docNo" label={t('reply.docNo')} rules={[needed('reply.docNoNeeded')]}>
            <Input maxLength={50} placeholder={t('reply.docNoExample')} />
          </Form.Item>
          <Form.Item name="signer" label={t('reply.signer')} rules={[needed('reply.signerNeeded')]}>
            <Input maxLength={50} />
          </Form.Item>
          <DayItem name="signedOn" label={t('reply.signedOn')} />
        </div>
        <Problem error={send.error} />
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('reply.send')}
        </Button>
        <p className="quiet">{t('reply.sendHelp')}</p>
      </Form>
    </Card>
  );
}

function DayItem({ name, label }: { name: string | string[]; label: string }) {
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[needed('common.dayNeeded')]}
      getValueProps={(value) => ({ value: value ? dayjs(value) : undefined })}
    >
      <DatePicker disabledDate={(date) => date.isAfter(dayjs(), 'day')} />
    </Form.Item>
  );
}

function needed(message: Parameters<typeof t>[0]) {
  return { required: true, message: t(message) };
}

export function toReply(values: Values, version: number): ReplyDraft {
  return {
    ...values,
    version,
    answers: values.answers.map((text, at) => ({ no: at + 1, text })),
    contact: { ...values.contact, on: dayjs(values.contact.on).format('YYYY-MM-DD') },
    signedOn: dayjs(values.signedOn).format('YYYY-MM-DD'),
  };
}
