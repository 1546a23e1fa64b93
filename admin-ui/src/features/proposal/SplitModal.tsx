import { Alert, Button, Form, Input } from 'antd';
import { api, read } from '../../api/client';
import { counted } from '../../ui/counted';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';
import type { MoveDialogProps } from './MoveButtons';
import { at } from './useProposal';

interface Part {
  title?: string;
  suggestions?: string;
}

interface Values {
  reason: string;
  parts: Part[];
}

/** Two matters in one text: a draft each, with the text to cut down; the proponent hands them in himself. */
export function SplitModal({ proposal, onClose, onMoved }: MoveDialogProps) {
  const send = async ({ reason, parts }: Values) => {
    await read(
      api.PUT('/api/proposals/{id}/splitting', {
        ...at(proposal),
        body: {
          version: proposal.version,
          reason,
          parts: parts.map(({ title, suggestions }) => ({
            title,
            suggestions: (suggestions ?? '')
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean),
          })),
        },
      }),
    );
    onMoved('split');
  };
  const half = Math.ceil(proposal.suggestions.length / 2);
  return (
    <FormModal<Values>
      title={t('proposal.move.split')}
      verb={t('proposal.move.split')}
      draft={`proposal.${proposal.id}.split`}
      initial={{
        parts: [
          { title: proposal.title, suggestions: proposal.suggestions.slice(0, half).join('\n') },
          { title: '', suggestions: proposal.suggestions.slice(half).join('\n') },
        ],
      }}
      onSend={send}
      onClose={onClose}
    >
      <Alert type="warning" showIcon title={t('split.consequence')} className="form-note" />
      <Form.List name="parts">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <fieldset key={key} className="form-note">
                <legend>
                  {t('split.part', { no: name + 1 })}{' '}
                  {fields.length > 2 && (
                    <Button type="link" size="small" onClick={() => remove(name)}>
                      {t('split.remove')}
                    </Button>
                  )}
                </legend>
                <Form.Item
                  name={[name, 'title']}
                  label={t('proposal.title')}
                  rules={[{ required: true, whitespace: true, message: t('split.titleNeeded') }]}
                >
                  <Input count={counted(60)} />
                </Form.Item>
                <Form.Item name={[name, 'suggestions']} label={t('proposal.suggestions')} extra={t('split.lines')}>
                  <Input.TextArea rows={3} />
                </Form.Item>
              </fieldset>
            ))}
            {fields.length < 5 && <Button onClick={() => add({})}>{t('split.add')}</Button>}
          </>
        )}
      </Form.List>
      <Form.Item
        name="reason"
        label={t('common.reason')}
        extra={t('proposal.reasonShown')}
        rules={[{ required: true, whitespace: true, message: t('common.reasonNeeded') }]}
      >
        <Input.TextArea rows={2} count={counted(500)} />
      </Form.Item>
    </FormModal>
  );
}
