import { MinusCircleOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Form, Input, Radio, Select, Upload } from 'antd';
import { useEffect, useState } from 'react';
import { upload } from '../../api/client';
import { newId } from '../../api/id';
import { isRecord } from '../../api/problem';
import { drafts } from '../../api/store';
import { recall, showFields } from '../../ui/FormModal';
import { type Language, languageOptions } from '../../ui/languages';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { SeatPicker } from '../../ui/SeatPicker';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { enterProposal } from './onBehalf';
import { categories } from './proposal';

interface Values {
  onBehalfOf: string;
  title: string;
  category?: (typeof categories)[number];
  situation: string;
  analysis?: string;
  research?: string;
  language?: Language;
  originalText?: string;
  suggestions: string[];
  openToPublic: boolean;
  notOpenReason?: string;
  secrecyConfirmed: boolean;
}

const draft = 'proposal.on-behalf';

/** Staff enter what a member handed in on paper: marked as such, with the scan, and the member is told. */
export function OnBehalfPage() {
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => newId());
  const [scan, setScan] = useState<{ id: string; name: string }>();
  const navigate = useNavigate();
  const send = useAct(
    ({ secrecyConfirmed, ...typed }: Values) => enterProposal(id, { ...typed, scanFileId: scan?.id }, secrecyConfirmed),
    (made) => {
      drafts.drop(draft);
      void navigate({ to: '/proposals/$id', params: { id: made.id } });
    },
  );
  useEffect(() => showFields(form, send.error), [form, send.error]);
  return (
    <Page title={t('behalf.title')} note={t('behalf.note')}>
      <Card>
        <Form<Values>
          form={form}
          layout="vertical"
          className="wide-form"
          initialValues={{ suggestions: [''], openToPublic: true, ...recall(draft) }}
          onValuesChange={(_, values) => drafts.write(draft, values)}
          onFinish={(values) => send.mutate(values)}
          scrollToFirstError
        >
          <Alert type="warning" showIcon title={t('secrecy.banner')} className="form-note" />
          <Form.Item name="onBehalfOf" label={t('behalf.member')} rules={[needed('behalf.memberNeeded')]}>
            <SeatPicker />
          </Form.Item>
          <Form.Item label={t('behalf.scan')} extra={t('behalf.scanHelp')}>
            <ScanUpload scan={scan} onScan={setScan} />
          </Form.Item>
          <Form.Item
            name="title"
            label={t('proposal.title')}
            extra={t('proposal.titleHelp', { max: 60 })}
            rules={[needed('proposal.titleNeeded')]}
          >
            <Input maxLength={60} showCount />
          </Form.Item>
          <Form.Item name="category" label={t('proposal.categoryLabel')} rules={[needed('proposal.categoryNeeded')]}>
            <Select options={categories.map((value) => ({ value, label: nameOf('proposal.category', value) }))} />
          </Form.Item>
          <Form.Item name="situation" label={t('proposal.situation')} rules={[needed('proposal.situationNeeded')]}>
            <Input.TextArea autoSize={{ minRows: 4 }} maxLength={3000} showCount />
          </Form.Item>
          <Form.Item name="analysis" label={t('proposal.analysis')}>
            <Input.TextArea autoSize={{ minRows: 3 }} maxLength={3000} showCount />
          </Form.Item>
          <Form.Item name="research" label={t('proposal.research')} extra={t('proposal.researchHelp')}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={3000} showCount />
          </Form.Item>
          <Suggestions />
          <Form.Item name="language" label={t('proposal.language')} extra={t('proposal.languageHelp')}>
            <Select allowClear placeholder={t('proposal.inChinese')} options={languageOptions()} />
          </Form.Item>
          <Form.Item noStyle dependencies={['language', 'originalText']}>
            {({ getFieldValue }) =>
              (getFieldValue('language') || getFieldValue('originalText')) && (
                <Form.Item name="originalText" label={t('proposal.originalText')}>
                  <Input.TextArea autoSize={{ minRows: 3 }} maxLength={20_000} dir="auto" />
                </Form.Item>
              )
            }
          </Form.Item>
          <Form.Item name="openToPublic" label={t('proposal.open')}>
            <Radio.Group
              options={[
                { value: true, label: t('proposal.openYes') },
                { value: false, label: t('proposal.openNoChoice') },
              ]}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['openToPublic']}>
            {({ getFieldValue }) =>
              getFieldValue('openToPublic') === false && (
                <Form.Item
                  name="notOpenReason"
                  label={t('proposal.notOpenReason')}
                  rules={[needed('common.reasonNeeded')]}
                >
                  <Input maxLength={200} />
                </Form.Item>
              )
            }
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
            {t('behalf.send')}
          </Button>
        </Form>
      </Card>
    </Page>
  );
}

function needed(message: Parameters<typeof t>[0]) {
  return { required: true, message: t(message) };
}

function Suggestions() {
  return (
    <Form.List name="suggestions">
      {(rows, { add, remove }) => (
        <fieldset className="plain-fieldset">
          <legend>{t('proposal.suggestions')}</legend>
          {rows.map((row, at) => (
            <div key={row.key} className="numbered-row">
              <span className="quiet">{at + 1}.</span>
              <Form.Item
                name={row.name}
                rules={[{ required: true, whitespace: true, message: t('proposal.suggestionNeeded') }]}
              >
                <Input.TextArea
                  aria-label={t('proposal.suggestionNo', { no: at + 1 })}
                  autoSize={{ minRows: 2 }}
                  maxLength={500}
                  showCount
                />
              </Form.Item>
              <Button
                type="text"
                icon={<MinusCircleOutlined />}
                aria-label={t('proposal.removeSuggestion', { no: at + 1 })}
                disabled={rows.length === 1}
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add('')} disabled={rows.length >= 10}>
            {t('proposal.addSuggestion')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

interface ScanUploadProps {
  scan: { id: string; name: string } | undefined;
  onScan: (scan: { id: string; name: string } | undefined) => void;
}

function ScanUpload({ scan, onScan }: ScanUploadProps) {
  const send = useAct(async (file: File) => {
    const stored = await upload(`/api/files?name=${encodeURIComponent(file.name)}`, file);
    if (isRecord(stored) && typeof stored.id === 'string') onScan({ id: stored.id, name: file.name });
  });
  return (
    <>
      <Upload
        accept=".pdf,.jpg,.jpeg,.png"
        maxCount={1}
        fileList={scan ? [{ uid: scan.id, name: scan.name, status: 'done' }] : []}
        beforeUpload={(file) => {
          send.mutate(file);
          return false;
        }}
        onRemove={() => onScan(undefined)}
      >
        <Button icon={<UploadOutlined />} loading={send.isPending}>
          {t('behalf.upload')}
        </Button>
      </Upload>
      <Problem error={send.error} />
    </>
  );
}
