import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { api, read } from '../../api/client';
import type { ReadingDigest } from '../../api/types';
import { counted } from '../../ui/counted';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';

export type DigestStep = 'write' | 'publish' | 'correct' | 'leave-out' | 'withdraw';

type Values = { text: string; reason: string };

const titles = {
  write: 'digest.write',
  publish: 'digest.publish',
  correct: 'digest.correct',
  'leave-out': 'digest.leaveOut',
  withdraw: 'digest.withdraw',
} as const;

const helps = {
  write: 'digest.writeHelp',
  publish: 'digest.publishHelp',
  correct: 'digest.correctHelp',
  'leave-out': 'digest.leaveOutHelp',
  withdraw: 'digest.withdrawHelp',
} as const;

/** One step with the digest of a week. It opens with the text as it stands, or with what the week suggests. */
export function DigestModal(props: { groupId: string; monday: string; step: DigestStep; onClose: () => void }) {
  const path = { groupId: props.groupId, monday: props.monday };
  const { data } = useQuery({
    queryKey: ['reading-digest', props.groupId, props.monday],
    queryFn: () => read(api.GET('/api/reading-groups/{groupId}/digests/{monday}', { params: { path } })),
    staleTime: 0,
  });
  return data ? <Loaded {...props} digest={data} /> : null;
}

function Loaded({
  groupId,
  monday,
  step,
  digest,
  onClose,
}: {
  groupId: string;
  monday: string;
  step: DigestStep;
  digest: ReadingDigest;
  onClose: () => void;
}) {
  const params = { path: { groupId, monday } };
  const { version } = digest;
  const send = ({ text, reason }: Values) => {
    switch (step) {
      case 'write':
        return read(api.PUT('/api/reading-groups/{groupId}/digests/{monday}', { params, body: { version, text } }));
      case 'publish':
        return read(
          api.PUT('/api/reading-groups/{groupId}/digests/{monday}/publication', { params, body: { version, text } }),
        );
      case 'correct':
        return read(
          api.PUT('/api/reading-groups/{groupId}/digests/{monday}/correction', {
            params,
            body: { version, text, reason },
          }),
        );
      case 'leave-out':
        return read(
          api.PUT('/api/reading-groups/{groupId}/digests/{monday}/omission', { params, body: { version, reason } }),
        );
      case 'withdraw':
        return read(
          api.PUT('/api/reading-groups/{groupId}/digests/{monday}/withdrawal', { params, body: { version, reason } }),
        );
    }
  };
  const hasText = step === 'write' || step === 'publish' || step === 'correct';
  const hasReason = step === 'correct' || step === 'leave-out' || step === 'withdraw';
  return (
    <FormModal<Values>
      title={t(titles[step])}
      verb={t(step === 'write' ? 'digest.save' : titles[step])}
      draft={`reading.digest.${groupId}.${monday}.${hasText ? 'text' : step}.${version}`}
      initial={{ text: digest.text ?? '', reason: '' }}
      onSend={send}
      onClose={onClose}
    >
      <p className="quiet">{t(helps[step])}</p>
      {hasText && (
        <Form.Item
          name="text"
          label={t('digest.text')}
          extra={digest.suggested ? t('digest.suggested') : undefined}
          rules={step === 'write' ? [] : [{ required: true, whitespace: true, message: t('digest.textNeeded') }]}
        >
          <Input.TextArea rows={10} count={counted(5000)} dir="auto" />
        </Form.Item>
      )}
      {hasReason && (
        <Form.Item
          name="reason"
          label={t('reading.reason')}
          rules={[{ required: true, whitespace: true, message: t('reading.wordsNeeded') }]}
        >
          <Input.TextArea rows={2} count={counted(200)} />
        </Form.Item>
      )}
    </FormModal>
  );
}
