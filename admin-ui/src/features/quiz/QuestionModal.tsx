import { Checkbox, Form, Input, InputNumber, Radio, Select, Tabs } from 'antd';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import type { Question } from '../../api/types';
import { counted } from '../../ui/counted';
import { needed } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { nameOf, t } from '../../ui/text';
import { at, languages, letter, type QuestionValues, questionKinds, toQuestion, toValues } from './quiz';

/** One question with its key, and the same in the committee's other languages. */
export function QuestionModal({ question, onClose }: { question?: Question; onClose: () => void }) {
  const send = (values: QuestionValues) => {
    const body = toQuestion(values);
    const edit = ({ id, version }: Pick<Question, 'id' | 'version'>) =>
      read(api.PUT('/api/questions/{id}', { ...at({ id }), body: { ...body, version } }));
    return question
      ? edit(question)
      : sendOnce('question.new', body, (id) => read(api.POST('/api/questions', { body: { ...body, id } })), edit);
  };
  return (
    <FormModal<QuestionValues>
      title={t(question ? 'question.edit' : 'question.create')}
      verb={t('common.save')}
      draft={`question.${question?.id ?? 'new'}`}
      initial={toValues(question)}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('question.kindLabel')}>
        <Radio.Group options={questionKinds.map((value) => ({ value, label: nameOf('question.kind', value) }))} />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('question.text')}
        rules={[{ ...needed('question.textNeeded'), whitespace: true }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} count={counted(1000)} />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) => <Key kind={getFieldValue('kind')} />}
      </Form.Item>
      <div className="form-row">
        <Form.Item name="points" label={t('quiz.points')} rules={[needed('quiz.pointsNeeded')]}>
          <InputNumber controls={false} min={0.01} max={999.99} precision={2} />
        </Form.Item>
        <Form.Item name="tags" label={t('question.tag')} extra={t('question.tagHelp')}>
          <Select mode="tags" maxCount={10} open={false} suffixIcon={null} />
        </Form.Item>
      </div>
      <Form.Item name="explanation" label={t('question.explanation')}>
        <Input.TextArea autoSize={{ minRows: 2 }} count={counted(2000)} />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind', 'options']}>
        {({ getFieldValue }) => (
          <Variants chooses={chooses(getFieldValue('kind'))} options={filled(getFieldValue('options'))} />
        )}
      </Form.Item>
    </FormModal>
  );
}

function filled(options: (string | undefined)[] | undefined): number {
  return (options ?? []).filter((option) => option?.trim()).length;
}

function chooses(kind: Question['kind']): boolean {
  return kind === 'SINGLE' || kind === 'MULTIPLE';
}

function Key({ kind }: { kind: Question['kind'] }) {
  const letters = Array.from({ length: 8 }, (_, place) => ({ value: letter(place), label: letter(place) }));
  return (
    <>
      {chooses(kind) && (
        <Form.Item label={t('question.options')} extra={t('question.optionsHelp')}>
          {letters.map(({ value }, place) => (
            <Form.Item key={value} noStyle name={['options', place]}>
              <Input prefix={`${value}.`} aria-label={t('question.option', { letter: value })} maxLength={300} />
            </Form.Item>
          ))}
        </Form.Item>
      )}
      {kind === 'SINGLE' && (
        <Form.Item name="letter" label={t('question.answer')} rules={[needed('question.answerNeeded')]}>
          <Radio.Group options={letters} />
        </Form.Item>
      )}
      {kind === 'MULTIPLE' && (
        <Form.Item name="letters" label={t('question.answer')} rules={[needed('question.answerNeeded')]}>
          <Checkbox.Group options={letters} />
        </Form.Item>
      )}
      {kind === 'TRUE_FALSE' && (
        <Form.Item name="truth" label={t('question.answer')} rules={[needed('question.answerNeeded')]}>
          <Radio.Group
            options={[
              { value: 'TRUE', label: t('quiz.true') },
              { value: 'FALSE', label: t('quiz.false') },
            ]}
          />
        </Form.Item>
      )}
      {kind === 'FILL' && (
        <Form.Item
          name="spellings"
          label={t('question.answer')}
          extra={t('question.spellingsHelp')}
          rules={[needed('question.answerNeeded')]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </Form.Item>
      )}
    </>
  );
}

/** A tab a language; a question without a word in it has no variant. */
function Variants({ chooses: withOptions, options }: { chooses: boolean; options: number }) {
  return (
    <Form.List name="variants">
      {(rows, { add, remove }) => (
        <>
          <Form.Item label={t('question.languages')} extra={t('question.languagesHelp')}>
            <Form.Item noStyle shouldUpdate>
              {({ getFieldValue }) => {
                const chosen: Question['variants'] = getFieldValue('variants') ?? [];
                return (
                  <Checkbox.Group
                    options={languages.map((value) => ({ value, label: nameOf('question.language', value) }))}
                    value={chosen.map((each) => each.language)}
                    onChange={(next) => {
                      for (const language of languages) {
                        const place = chosen.findIndex((each) => each.language === language);
                        if (next.includes(language) && place < 0) add({ language, text: '', options: [] });
                        if (!next.includes(language) && place >= 0) remove(place);
                      }
                    }}
                  />
                );
              }}
            </Form.Item>
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {({ getFieldValue }) => (
              <Tabs
                items={rows.map((row) => {
                  const language: Question['variants'][number]['language'] = getFieldValue([
                    'variants',
                    row.name,
                    'language',
                  ]);
                  return {
                    key: language,
                    label: nameOf('question.language', language),
                    children: <Variant name={row.name} language={language} options={withOptions ? options : 0} />,
                  };
                })}
              />
            )}
          </Form.Item>
        </>
      )}
    </Form.List>
  );
}

function Variant({ name, language, options }: { name: number; language: string; options: number }) {
  return (
    <div lang={language.toLowerCase()} dir="auto">
      <Form.Item name={[name, 'text']} label={t('question.text')} rules={[needed('question.textNeeded')]}>
        <Input.TextArea autoSize={{ minRows: 2 }} count={counted(1000)} />
      </Form.Item>
      {Array.from({ length: options }, (_, place) => letter(place)).map((value, place) => (
        <Form.Item key={value} noStyle name={[name, 'options', place]}>
          <Input prefix={`${value}.`} aria-label={t('question.option', { letter: value })} maxLength={300} />
        </Form.Item>
      ))}
      <Form.Item name={[name, 'explanation']} label={t('question.explanation')}>
        <Input.TextArea autoSize={{ minRows: 1 }} count={counted(2000)} />
      </Form.Item>
    </div>
  );
}
