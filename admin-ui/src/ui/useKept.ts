import { Form, type FormProps } from 'antd';
import { useEffect } from 'react';
import { drafts } from '../api/store';
import { recall } from './FormModal';

/**
 * A form that stands on the page itself. What is typed is kept in this tab until the server has that very text, whatever
 * is read again meanwhile; where nothing waits, the form follows the server.
 */
export function useKept<Values extends object>(draft: string, given: Values) {
  const [form] = Form.useForm<Values>();
  const known = JSON.stringify(given, (_, value) => value ?? null);
  useEffect(() => {
    if (drafts.read(draft) === undefined) form.setFieldsValue(JSON.parse(known));
  }, [form, draft, known]);
  const props: FormProps<Values> = {
    form,
    // Several such forms share a page, and a label belongs to one field.
    name: draft,
    layout: 'vertical',
    initialValues: { ...given, ...recall(draft) },
    onValuesChange: (_, values) => drafts.write(draft, values),
  };
  return {
    form,
    props,
    waits: () => drafts.read(draft) !== undefined,
    /** The server has these; what was typed since then still waits. */
    took: (values: Values) => {
      if (JSON.stringify(drafts.read(draft)) === JSON.stringify(values)) drafts.drop(draft);
    },
  };
}
