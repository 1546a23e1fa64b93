import { Alert, Form, type FormInstance, Modal } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { ApiProblem } from '../api/problem';
import { drafts } from '../api/store';
import { fieldWords, words } from './problems';
import { t } from './text';
import { useAct } from './useAct';

interface FormModalProps<Values extends object> {
  title: string;
  verb: string;
  /** Where the typed text is kept until it has been sent. */
  draft: string;
  initial: Partial<Values>;
  onSend: (values: Values) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}

/** One form in a dialog: labels above, errors by the field, typed text kept, the button named by its action. */
export function FormModal<Values extends object>(props: FormModalProps<Values>) {
  const [form] = Form.useForm<Values>();
  const act = useAct(props.onSend, () => {
    drafts.drop(props.draft);
    props.onClose();
  });
  const { error } = act;
  useEffect(() => showFields(form, error), [form, error]);
  return (
    <Modal
      open
      title={props.title}
      okText={props.verb}
      cancelText={t('common.cancel')}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <Form<Values>
        form={form}
        // The page below may have a field of the same name, and a label belongs to one field.
        name={props.draft}
        layout="vertical"
        initialValues={{ ...props.initial, ...recall(props.draft) }}
        onValuesChange={(_, values) => drafts.write(props.draft, values)}
        onFinish={(values) => act.mutate(values)}
        requiredMark="optional"
        scrollToFirstError
      >
        {props.children}
      </Form>
      {error && <Alert type="error" showIcon role="alert" title={words(error)} />}
    </Modal>
  );
}

/** What was typed before and not sent. */
export function recall(draft: string): object {
  const kept = drafts.read(draft);
  return typeof kept === 'object' && kept !== null ? kept : {};
}

/** Puts the server's fields[] beside the form's own items. */
export function showFields(form: FormInstance, error: unknown): void {
  if (!(error instanceof ApiProblem)) return;
  const known = form.getFieldsError();
  form.setFields(
    known.map(({ name }) => {
      const path = name.map(String).join('.');
      const told = fieldWords(error, path) ?? fieldWords(error, bracketed(name));
      return { name, errors: told ? [told] : [] };
    }),
  );
}

/** ['answers', 0, 'text'] → answers[0].text */
export function bracketed(path: readonly (string | number)[]): string {
  return path.map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`)).join('');
}
