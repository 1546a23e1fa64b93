import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import type { OpinionBrief } from '../../api/types';
import { counted } from '../../ui/counted';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';
import { paragraphs } from './opinion';
import { at, useBulletins } from './useOpinion';

interface IntoIssueProps {
  reports: readonly Pick<OpinionBrief, 'id' | 'status' | 'title'>[];
  onDone: () => void;
}

interface Values {
  bulletinId: string;
  mode: 'SINGLE' | 'COMPOSITE';
  title?: string;
}

/** Puts what is being edited or approved into a new issue: one by one, or as one piece written from all of them. */
export function IntoIssue({ reports, onDone }: IntoIssueProps) {
  const [open, setOpen] = useState(false);
  const ready = reports.filter((each) => each.status === 'EDITING' || each.status === 'IN_APPROVAL');
  if (ready.length === 0) return <span className="quiet">{t('bulletin.onlyEdited')}</span>;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('bulletin.intoIssue', { count: ready.length })}
      </Button>
      {open && <IntoIssueModal reports={ready} onClose={() => setOpen(false)} onDone={onDone} />}
    </>
  );
}

function IntoIssueModal({ reports, onClose, onDone }: IntoIssueProps & { onClose: () => void }) {
  const bulletins = useBulletins();
  const navigate = useNavigate();
  const send = async ({ bulletinId, mode, title }: Values) => {
    const ids = reports.map((each) => each.id);
    const items =
      mode === 'COMPOSITE'
        ? [{ mode, title, text: await together(ids), reportIds: ids }]
        : ids.map((each) => ({ mode, reportIds: [each] }));
    const body = { bulletinId, items };
    const made = await sendOnce('bulletin.into-issue', body, (id) =>
      read(api.POST('/api/bulletin-issues', { body: { ...body, id } })),
    );
    onDone();
    void navigate({ to: '/bulletins/$id', params: { id: made.id } });
  };
  return (
    <FormModal<Values>
      title={t('bulletin.intoIssue', { count: reports.length })}
      verb={t('bulletin.build')}
      draft="bulletin.into-issue"
      initial={{ mode: 'SINGLE' }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item
        name="bulletinId"
        label={t('bulletin.name')}
        rules={[{ required: true, message: t('bulletin.needed') }]}
      >
        <Select
          options={bulletins.filter((each) => each.active).map((each) => ({ value: each.id, label: each.name }))}
          notFoundContent={t('bulletin.none')}
        />
      </Form.Item>
      <Form.Item name="mode" label={t('bulletin.modeLabel')}>
        <Radio.Group
          vertical
          options={[
            { value: 'SINGLE', label: t('bulletin.asSingle') },
            { value: 'COMPOSITE', label: t('bulletin.asComposite'), disabled: reports.length < 2 },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['mode']}>
        {({ getFieldValue }) =>
          getFieldValue('mode') === 'COMPOSITE' && (
            <Form.Item
              name="title"
              label={t('bulletin.itemTitle')}
              extra={t('bulletin.compositeHelp')}
              rules={[{ required: true, whitespace: true, message: t('opinion.titleNeeded') }]}
            >
              <Input count={counted(60)} />
            </Form.Item>
          )
        }
      </Form.Item>
    </FormModal>
  );
}

/** The edited texts one below the other, for the editor to write one piece from. */
async function together(ids: readonly string[]): Promise<string> {
  const reports = await Promise.all(ids.map((id) => read(api.GET('/api/opinion-reports/{id}', at({ id })))));
  return reports.map((report) => paragraphs(report.edition ?? report.text)).join('\n\n');
}
