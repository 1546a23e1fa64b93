import { Checkbox, Form, Input, Radio } from 'antd';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import type { PaperItem, Quiz } from '../../api/types';
import { ReasonItem } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';
import { at, keyWords, letter } from './quiz';

interface Values {
  key: string | string[];
  reason: string;
}

/** Puts a wrong key right; every attempt on the question is marked anew. */
export function CorrectModal({ quiz, item, onClose }: { quiz: Quiz; item: PaperItem; onClose: () => void }) {
  const draft = `quiz.correct.${item.id}`;
  const send = ({ key, reason }: Values) => {
    const body = { key: keyOf(item.kind, key), reason };
    return sendOnce(draft, body, (id) =>
      read(
        api.PUT('/api/quizzes/{id}/items/{itemId}/key', {
          ...at({ id: quiz.id, itemId: item.id }),
          body: { ...body, id },
        }),
      ),
    );
  };
  return (
    <FormModal<Values>
      title={t('quiz.correct')}
      verb={t('quiz.correctVerb')}
      draft={draft}
      initial={{ key: initialKey(item) }}
      onSend={send}
      onClose={onClose}
    >
      <p className="strong">{item.text}</p>
      <p className="quiet">{t('quiz.correctHelp', { key: keyWords(item.kind, item.key), count: item.shown })}</p>
      <Form.Item
        name="key"
        label={t('question.answer')}
        rules={[{ required: true, message: t('question.answerNeeded') }]}
      >
        <KeyInput item={item} />
      </Form.Item>
      <ReasonItem label={t('quiz.correctReason')} />
    </FormModal>
  );
}

function keyOf(kind: PaperItem['kind'], typed: string | string[]): string[] {
  if (kind === 'FILL') {
    return String(typed)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  }
  return Array.isArray(typed) ? typed : [typed];
}

function initialKey({ kind, key }: PaperItem): string | string[] {
  if (kind === 'MULTIPLE') return key;
  return kind === 'FILL' ? key.join('\n') : (key[0] ?? '');
}

interface KeyInputProps {
  item: PaperItem;
  id?: string;
  value?: string | string[];
  onChange?: (value: string | string[]) => void;
}

function KeyInput({ item, id, value, onChange }: KeyInputProps) {
  const options = item.options.map((option, place) => ({ value: letter(place), label: `${letter(place)}. ${option}` }));
  switch (item.kind) {
    case 'SINGLE':
      return (
        <Radio.Group id={id} vertical options={options} value={value} onChange={(it) => onChange?.(it.target.value)} />
      );
    case 'MULTIPLE':
      return (
        <Checkbox.Group
          className="stack"
          options={options}
          value={Array.isArray(value) ? value : []}
          onChange={(it) => onChange?.(it)}
        />
      );
    case 'TRUE_FALSE':
      return (
        <Radio.Group
          id={id}
          options={[
            { value: 'TRUE', label: t('quiz.true') },
            { value: 'FALSE', label: t('quiz.false') },
          ]}
          value={value}
          onChange={(it) => onChange?.(it.target.value)}
        />
      );
    case 'FILL':
      return <Input.TextArea id={id} rows={3} value={value} onChange={(it) => onChange?.(it.target.value)} />;
  }
}
