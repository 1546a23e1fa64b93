import { Button, Form, Input, Radio, Select } from 'antd';
import { useEffect } from 'react';
import { api, read } from '../../api/client';
import { drafts } from '../../api/store';
import type { OpinionReport } from '../../api/types';
import { recall, showFields } from '../../ui/FormModal';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { topics, urgencies } from './opinion';
import { at } from './useOpinion';

interface EditionEditorProps {
  report: OpinionReport;
  edition: OpinionReport['text'];
}

type Values = OpinionReport['text'] & Pick<OpinionReport, 'topic' | 'urgency' | 'confidentiality'>;

/** The editor's side. It is saved when he leaves a field, and kept in this tab until it was. */
export function EditionEditor({ report, edition }: EditionEditorProps) {
  const [form] = Form.useForm<Values>();
  const draft = `opinion.${report.id}.edition`;
  const save = useAct(
    (values: Values) =>
      read(
        api.PUT('/api/opinion-reports/{id}/edition', { ...at(report), body: { version: report.version, ...values } }),
      ),
    () => drafts.drop(draft),
  );
  useEffect(() => showFields(form, save.error), [form, save.error]);
  const { topic, urgency, confidentiality } = report;
  const saveWhatChanged = () => {
    if (drafts.read(draft) !== undefined && !save.isPending) save.mutate(form.getFieldsValue());
  };
  return (
    <Card
      title={t('opinion.edition')}
      extra={<span className="quiet">{saved(save.isPending, drafts.read(draft))}</span>}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ ...edition, topic, urgency, confidentiality, ...recall(draft) }}
        onValuesChange={(_, values) => drafts.write(draft, values)}
        onBlur={saveWhatChanged}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item name="title" label={t('opinion.part.title')}>
          <Input maxLength={200} showCount />
        </Form.Item>
        {(['situation', 'analysis', 'suggestions'] as const).map((part) => (
          <Form.Item key={part} name={part} label={t(`opinion.part.${part}`)}>
            <Input.TextArea autoSize={{ minRows: 3 }} showCount />
          </Form.Item>
        ))}
        <div className="row">
          <Form.Item name="topic" label={t('opinion.topic')}>
            <Select className="period-select" options={topics().map((value) => ({ value, label: value }))} />
          </Form.Item>
          <Form.Item name="urgency" label={t('opinion.urgencyLabel')}>
            <Radio.Group options={urgencies.map((value) => ({ value, label: nameOf('opinion.urgency', value) }))} />
          </Form.Item>
          <Form.Item name="confidentiality" label={t('opinion.confidentialityLabel')}>
            <Radio.Group
              options={[
                { value: 'INTERNAL', label: t('opinion.confidentiality.INTERNAL') },
                { value: 'OPEN', label: t('opinion.confidentiality.OPEN'), disabled: !report.openToPublic },
              ]}
            />
          </Form.Item>
        </div>
        <Problem error={save.error} />
        <Button htmlType="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </Form>
    </Card>
  );
}

function saved(sending: boolean, unsent: unknown): string {
  if (sending) return t('opinion.saving');
  return unsent === undefined ? t('opinion.saved') : t('opinion.unsaved');
}
