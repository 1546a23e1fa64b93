import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useCategories } from '../../api/categories';
import type { Proposal } from '../../api/types';
import { counted } from '../../ui/counted';
import { needed } from '../../ui/FormItems';
import { type Language, languageOptions } from '../../ui/languages';
import { t } from '../../ui/text';
import { BasisItems } from './BasisItems';
import { type BasisValues, basisValues } from './basis';
import { type Limits, useLimits } from './limits';

/** What stands on a proponent's paper. */
export interface PaperValues extends BasisValues {
  title: string;
  category?: string;
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

/** The text of a proposal as a form has it. */
export function valuesOf(proposal: Proposal): PaperValues {
  return {
    title: proposal.title,
    category: proposal.category ?? undefined,
    situation: proposal.situation,
    analysis: proposal.analysis,
    research: proposal.research,
    language: proposal.language ?? undefined,
    originalText: proposal.originalText,
    suggestions: proposal.suggestions.length > 0 ? proposal.suggestions : [''],
    openToPublic: proposal.openToPublic,
    notOpenReason: proposal.notOpenReason ?? undefined,
    ...basisValues(proposal.wishes.basedOn),
    secrecyConfirmed: false,
  };
}

interface PaperTextProps {
  /** Whether it is handed in now; a draft needs no tick. */
  isHandedIn: () => boolean;
  /** It is not based on itself. */
  id?: string;
}

/** The parts of a proposal, as the office types them from paper. */
export function PaperText({ isHandedIn, id }: PaperTextProps) {
  const limits = useLimits();
  const categories = useCategories();
  return (
    <>
      <Form.Item
        name="title"
        label={t('proposal.title')}
        extra={limits.title && t('proposal.titleHelp', { max: limits.title })}
        rules={[needed('proposal.titleNeeded')]}
      >
        <Input count={counted(limits.title)} />
      </Form.Item>
      <Form.Item name="category" label={t('proposal.categoryLabel')} rules={[needed('proposal.categoryNeeded')]}>
        <Select options={categories.map(({ code, name }) => ({ value: code, label: name }))} />
      </Form.Item>
      <Form.Item name="situation" label={t('proposal.situation')} rules={[needed('proposal.situationNeeded')]}>
        <Input.TextArea autoSize={{ minRows: 4 }} count={counted(limits.text)} />
      </Form.Item>
      <Form.Item name="analysis" label={t('proposal.analysis')}>
        <Input.TextArea autoSize={{ minRows: 3 }} count={counted(limits.text)} />
      </Form.Item>
      <Form.Item name="research" label={t('proposal.research')} extra={t('proposal.researchHelp')}>
        <Input.TextArea autoSize={{ minRows: 2 }} count={counted(limits.text)} />
      </Form.Item>
      <Suggestions limits={limits} />
      <BasisItems without={id} />
      <Original />
      <Openness />
      <Alert type="warning" showIcon title={t('secrecy.banner')} className="form-note" />
      <Form.Item
        name="secrecyConfirmed"
        valuePropName="checked"
        rules={[
          {
            validator: (_, ticked) =>
              ticked || !isHandedIn() ? Promise.resolve() : Promise.reject(t('secrecy.needed')),
          },
        ]}
      >
        <Checkbox>{t('secrecy.confirm')}</Checkbox>
      </Form.Item>
    </>
  );
}

function Original() {
  return (
    <>
      <Form.Item name="language" label={t('proposal.language')} extra={t('proposal.languageHelp')}>
        <Select allowClear placeholder={t('proposal.inChinese')} options={languageOptions()} />
      </Form.Item>
      <Form.Item noStyle dependencies={['language', 'originalText']}>
        {({ getFieldValue }) =>
          (getFieldValue('language') || getFieldValue('originalText')) && (
            <Form.Item name="originalText" label={t('proposal.originalText')}>
              <Input.TextArea autoSize={{ minRows: 3 }} count={counted(20_000)} dir="auto" />
            </Form.Item>
          )
        }
      </Form.Item>
    </>
  );
}

function Openness() {
  return (
    <>
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
            <Form.Item name="notOpenReason" label={t('proposal.notOpenReason')} rules={[needed('common.reasonNeeded')]}>
              <Input maxLength={200} />
            </Form.Item>
          )
        }
      </Form.Item>
    </>
  );
}

function Suggestions({ limits }: { limits: Limits }) {
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
                  count={counted(limits.suggestion)}
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
          <Button
            icon={<PlusOutlined />}
            onClick={() => add('')}
            disabled={limits.suggestions !== undefined && rows.length >= limits.suggestions}
          >
            {t('proposal.addSuggestion')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
