import { Form, type FormProps } from 'antd';
import { useEffect, useRef } from 'react';
import { drafts } from '../api/store';
import { recall } from './FormModal';

/** A form whose text waits while another hand has changed what it was begun from. */
export interface Crossing<Values> {
  /** The server's, where it is neither what was begun from nor what was typed. */
  theirs: Values | null;
  keepMine: () => void;
  takeTheirs: () => void;
}

/**
 * A form that stands on the page itself. What is typed is kept in this tab until the server has that very text, whatever
 * is read again meanwhile; where nothing waits, the form follows the server. What was typed over another one's words is
 * not sent before the person has chosen.
 */
export function useKept<Values extends object>(draft: string, given: Values) {
  const [form] = Form.useForm<Values>();
  const known = JSON.stringify(given, (_, value) => value ?? null);
  const theirs = plain(given);
  /** What the server took from here and what it had said before, until it is read again. */
  const sent = useRef<{ now: string; before: string } | null>(null);
  const from = `${draft}.from`;
  const waits = () => drafts.read(draft) !== undefined;
  const drop = () => {
    drafts.drop(draft);
    drafts.drop(from);
  };
  useEffect(() => {
    if (drafts.read(draft) === undefined) form.setFieldsValue(JSON.parse(known));
  }, [form, draft, known]);
  const crossed = () => {
    const began = drafts.read(from);
    return (
      waits() &&
      began !== undefined &&
      theirs !== began &&
      theirs !== sent.current?.before &&
      theirs !== plain(drafts.read(draft))
    );
  };
  const props: FormProps<Values> = {
    form,
    // Several such forms share a page, and a label belongs to one field.
    name: draft,
    layout: 'vertical',
    initialValues: { ...given, ...recall(draft) },
    onValuesChange: (_, values) => {
      if (!waits()) drafts.write(from, sent.current?.before === theirs ? sent.current.now : theirs);
      drafts.write(draft, values);
    },
  };
  const crossing: Crossing<Values> = {
    theirs: crossed() ? given : null,
    keepMine: () => drafts.write(from, theirs),
    takeTheirs: () => {
      drop();
      form.setFieldsValue(JSON.parse(known));
    },
  };
  return {
    form,
    props,
    waits,
    crossing,
    /** The server has these; what was typed since then still waits. */
    took: (values: Values) => {
      sent.current = { now: plain(values), before: theirs };
      if (plain(drafts.read(draft)) === plain(values)) drop();
      else drafts.write(from, plain(values));
    },
  };
}

/** The values for a comparison: in one order, without what is empty and blanks at the ends, as the server keeps them. */
function plain(values: unknown): string {
  const filled = Object.entries(Object(values))
    .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const)
    .filter(([, value]) => value !== null && value !== undefined && value !== '');
  return JSON.stringify(filled.sort(([one], [other]) => one.localeCompare(other)));
}
