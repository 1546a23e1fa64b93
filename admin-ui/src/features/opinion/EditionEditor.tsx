import { Button, Form, Input, Radio, Select } from 'antd';
import { useEffect, useRef } from 'react';
import { api, read } from '../../api/client';
import { useTopicChoices } from '../../api/topics';
import type { OpinionReport } from '../../api/types';
import { Crossed } from '../../ui/Crossed';
import { counted } from '../../ui/counted';
import { showFields } from '../../ui/FormModal';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { useKept } from '../../ui/useKept';
import { urgencies } from './opinion';
import { at } from './useOpinion';

interface EditionEditorProps {
  report: OpinionReport;
  edition: OpinionReport['text'];
}

type Values = OpinionReport['text'] & Pick<OpinionReport, 'topic' | 'urgency' | 'confidentiality'>;

/** The editor's side. It is saved when he leaves a field, and kept in this tab until it was. */
export function EditionEditor({ report, edition }: EditionEditorProps) {
  const topics = useTopicChoices();
  const { topic, urgency, confidentiality } = report;
  const kept = useKept<Values>(`opinion.${report.id}.edition`, { ...edition, topic, urgency, confidentiality });
  const { form } = kept;
  const line = useRef({ version: report.version, busy: false, again: false });
  // One after the other, each under the version that the one before was given.
  const save = useAct(async () => {
    const { current } = line;
    current.busy = true;
    try {
      do {
        current.again = false;
        const values = form.getFieldsValue();
        const version = Math.max(current.version, report.version);
        const saved = await read(
          api.PUT('/api/opinion-reports/{id}/edition', { ...at(report), body: { version, ...values } }),
        );
        current.version = saved.version;
        kept.took(values);
      } while (current.again && kept.waits());
    } finally {
      current.busy = false;
    }
  });
  useEffect(() => showFields(form, save.error), [form, save.error]);
  const saveWhatChanged = () => {
    if (line.current.busy) line.current.again = true;
    else if (kept.waits() && !kept.crossing.theirs) save.mutate();
  };
  return (
    <Card title={t('opinion.edition')} extra={<span className="quiet">{saved(save.isPending, kept.waits())}</span>}>
      <Form<Values> {...kept.props} onBlur={saveWhatChanged} onFinish={() => save.mutate()}>
        <Crossed crossing={kept.crossing} texts={partsOf} send={() => save.mutate()} />
        <Form.Item name="title" label={t('opinion.part.title')}>
          <Input count={counted(200)} />
        </Form.Item>
        {(['situation', 'analysis', 'suggestions'] as const).map((part) => (
          <Form.Item key={part} name={part} label={t(`opinion.part.${part}`)}>
            <Input.TextArea autoSize={{ minRows: 3 }} showCount />
          </Form.Item>
        ))}
        <div className="row">
          <Form.Item name="topic" label={t('opinion.topic')}>
            <Select className="period-select" options={topics} />
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
        <Button htmlType="submit" loading={save.isPending} disabled={kept.crossing.theirs !== null}>
          {t('common.save')}
        </Button>
      </Form>
    </Card>
  );
}

function partsOf({ title, situation, analysis, suggestions }: Values): readonly string[] {
  return [title, situation, analysis, suggestions];
}

function saved(sending: boolean, waiting: boolean): string {
  if (sending) return t('opinion.saving');
  return waiting ? t('opinion.unsaved') : t('opinion.saved');
}
