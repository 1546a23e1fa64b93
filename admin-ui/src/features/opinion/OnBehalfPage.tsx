import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useEffect, useState } from 'react';
import { newId } from '../../api/id';
import { useNumbers } from '../../api/settings';
import { drafts } from '../../api/store';
import { useTopicChoices } from '../../api/topics';
import { counted } from '../../ui/counted';
import { recall, showFields } from '../../ui/FormModal';
import { type Language, languageOptions } from '../../ui/languages';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { SeatPicker } from '../../ui/SeatPicker';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { enterReport } from './onBehalf';
import { urgencies } from './opinion';

interface Values {
  whose: 'MEMBER' | 'INFORMANT' | 'STATION';
  onBehalfOf?: string;
  name?: string;
  contact?: string;
  title: string;
  situation: string;
  analysis?: string;
  suggestions: string;
  topic?: string;
  language?: Language;
  urgency: 'NORMAL' | 'URGENT';
  openToPublic: boolean;
  secrecyConfirmed: boolean;
}

const draft = 'opinion.on-behalf';

/** The office enters what a member, an informant or a station has sent in on paper or by phone. */
export function OnBehalfPage() {
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => newId());
  const most = useNumbers();
  const limits = { title: most('opinion.title-max'), text: most('opinion.text-max') };
  const navigate = useNavigate();
  const topics = useTopicChoices();
  const send = useAct(
    ({ whose, onBehalfOf, name, contact, secrecyConfirmed, ...text }: Values) =>
      whose === 'MEMBER'
        ? enterReport({ id, onBehalfOf }, text, secrecyConfirmed)
        : enterReport(
            { id, authorKind: whose },
            { ...text, coauthors: [{ name, contact: contact || undefined }] },
            secrecyConfirmed,
          ),
    (made) => {
      drafts.drop(draft);
      void navigate({ to: '/opinions/$id', params: { id: made.id } });
    },
  );
  useEffect(() => showFields(form, send.error), [form, send.error]);
  return (
    <Page title={t('opinion.enter')} note={t('opinion.enterNote')}>
      <Card>
        <Form<Values>
          form={form}
          layout="vertical"
          className="wide-form"
          initialValues={{ whose: 'MEMBER', urgency: 'NORMAL', openToPublic: false, ...recall(draft) }}
          onValuesChange={(_, values) => drafts.write(draft, values)}
          onFinish={(values) => send.mutate(values)}
          scrollToFirstError
        >
          <Alert type="warning" showIcon title={t('secrecy.banner')} className="form-note" />
          <Form.Item name="whose" label={t('opinion.whose')}>
            <Radio.Group
              options={(['MEMBER', 'INFORMANT', 'STATION'] as const).map((value) => ({
                value,
                label: nameOf('opinion.authorKind', value),
              }))}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['whose']}>
            {({ getFieldValue }) => <Whose member={getFieldValue('whose') === 'MEMBER'} />}
          </Form.Item>
          <Form.Item name="title" label={t('opinion.part.title')} rules={[needed('opinion.titleNeeded')]}>
            <Input count={counted(limits.title)} />
          </Form.Item>
          <Form.Item name="situation" label={t('opinion.part.situation')} rules={[needed('opinion.situationNeeded')]}>
            <Input.TextArea autoSize={{ minRows: 4 }} count={counted(limits.text)} />
          </Form.Item>
          <Form.Item name="analysis" label={t('opinion.part.analysis')}>
            <Input.TextArea autoSize={{ minRows: 3 }} count={counted(limits.text)} />
          </Form.Item>
          <Form.Item
            name="suggestions"
            label={t('opinion.part.suggestions')}
            rules={[needed('opinion.suggestionsNeeded')]}
          >
            <Input.TextArea autoSize={{ minRows: 3 }} count={counted(limits.text)} />
          </Form.Item>
          <Form.Item name="language" label={t('proposal.language')} extra={t('opinion.languageHelp')}>
            <Select allowClear placeholder={t('proposal.inChinese')} options={languageOptions()} />
          </Form.Item>
          <Form.Item name="topic" label={t('opinion.topic')}>
            <Select allowClear options={topics} />
          </Form.Item>
          <Form.Item name="urgency" label={t('opinion.urgencyLabel')}>
            <Radio.Group options={urgencies.map((value) => ({ value, label: nameOf('opinion.urgency', value) }))} />
          </Form.Item>
          <Form.Item name="openToPublic" valuePropName="checked">
            <Checkbox>{t('opinion.mayBePublic')}</Checkbox>
          </Form.Item>
          <Form.Item
            name="secrecyConfirmed"
            valuePropName="checked"
            rules={[{ validator: (_, value) => (value ? Promise.resolve() : Promise.reject(t('secrecy.needed'))) }]}
          >
            <Checkbox>{t('secrecy.confirm')}</Checkbox>
          </Form.Item>
          <Problem error={send.error} />
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {t('opinion.enterSend')}
          </Button>
        </Form>
      </Card>
    </Page>
  );
}

function Whose({ member }: { member: boolean }) {
  if (member) {
    return (
      <Form.Item name="onBehalfOf" label={t('behalf.member')} rules={[needed('behalf.memberNeeded')]}>
        <SeatPicker members />
      </Form.Item>
    );
  }
  return (
    <>
      <Form.Item name="name" label={t('opinion.outsider')} rules={[needed('opinion.outsiderNeeded')]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="contact" label={t('opinion.contact')} extra={t('opinion.contactHelp')}>
        <Input maxLength={100} />
      </Form.Item>
    </>
  );
}

function needed(message: Parameters<typeof t>[0]) {
  return { required: true, message: t(message) };
}
