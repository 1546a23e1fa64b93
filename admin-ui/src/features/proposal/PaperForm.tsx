import { Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { drafts } from '../../api/store';
import type { Proposal } from '../../api/types';
import { EvidenceUpload, type UploadedFile } from '../../ui/EvidenceUpload';
import { showFields } from '../../ui/FormModal';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { PaperText, type PaperValues } from './PaperText';

interface PaperFormProps<Values extends PaperValues> {
  form: FormInstance<Values>;
  /** Where the typed text is kept until it has been sent. */
  draft: string;
  initial: Partial<Values>;
  /** The proposal that is there already. */
  id?: string;
  onSend: (values: Values, submits: boolean) => Promise<Proposal>;
  onSent: (made: Proposal) => void;
  scan: UploadedFile | undefined;
  onScan: (scan: UploadedFile | undefined) => void;
  children: ReactNode;
}

/** One paper: whose it is, its scan, its text; saved as a draft, or handed in. */
export function PaperForm<Values extends PaperValues>(props: PaperFormProps<Values>) {
  const { form, draft } = props;
  const submits = useRef(true);
  const send = useAct((values: Values) => props.onSend(values, submits.current), props.onSent);
  useEffect(() => showFields(form, send.error), [form, send.error]);
  const start = (handsIn: boolean) => {
    submits.current = handsIn;
    form.submit();
  };
  return (
    <Card>
      <Form<Values>
        form={form}
        layout="vertical"
        className="wide-form"
        initialValues={props.initial}
        onValuesChange={(_, values) => drafts.write(draft, values)}
        onFinish={(values) => send.mutate(values)}
        scrollToFirstError
      >
        {props.children}
        <Form.Item label={t('behalf.scan')} extra={t('behalf.scanHelp')}>
          <EvidenceUpload file={props.scan} onFile={props.onScan} />
        </Form.Item>
        <PaperText isHandedIn={() => submits.current} id={props.id} />
        <Problem error={send.error} />
        <div className="row">
          <Button type="primary" loading={send.isPending} onClick={() => start(true)}>
            {t('behalf.send')}
          </Button>
          <Button loading={send.isPending} onClick={() => start(false)}>
            {t('behalf.save')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
