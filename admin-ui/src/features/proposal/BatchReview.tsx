import { Button, Checkbox, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { ProposalBrief } from '../../api/types';
import { FormModal } from '../../ui/FormModal';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { useNotFileReasons } from './notFileReasons';
import { dispositions } from './proposal';

type Kind = 'ACCEPT' | 'PASS' | 'FILE' | 'NOT_FILE';

interface BatchReviewProps {
  /** Those of the list that were opened: only they can be decided on together. */
  opened: readonly ProposalBrief[];
  onDecided: () => void;
}

const moves: readonly (readonly [Kind, string])[] = [
  ['ACCEPT', 'accept'],
  ['PASS', 'review'],
  ['FILE', 'file'],
  ['NOT_FILE', 'not-file'],
];

/** One decision for all that were opened and allow it; the service checks that each was. */
export function BatchReview({ opened, onDecided }: BatchReviewProps) {
  const [left, setLeft] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const chosen = opened.filter(({ id }) => !left.includes(id));
  const able = (can: string) => chosen.filter((each) => each.can.includes(can));
  const decide = useAct(
    ({ kind, ...more }: { kind: Kind; reason?: string; disposition?: (typeof dispositions)[number] }) => {
      const rows = able(moves.find(([each]) => each === kind)?.[1] ?? '');
      return read(
        api.POST('/api/proposal-decisions', {
          body: {
            kind,
            ...more,
            stage: rows[0]?.stage,
            items: rows.map(({ id, version }) => ({ id, version })),
          },
        }),
      );
    },
    onDecided,
  );
  if (opened.length === 0) return <p className="quiet">{t('batch.openFirst')}</p>;
  return (
    <section aria-label={t('batch.title')} className="batch stack">
      <details>
        <summary>{t('batch.opened', { count: chosen.length })}</summary>
        {opened.map(({ id, title }) => (
          <div key={id}>
            <Checkbox
              checked={!left.includes(id)}
              onChange={(event) => setLeft(event.target.checked ? left.filter((each) => each !== id) : [...left, id])}
            >
              {title}
            </Checkbox>
          </div>
        ))}
      </details>
      <div className="row">
        {moves.map(([kind, can]) => {
          const count = able(can).length;
          return (
            count > 1 && (
              <Button
                key={kind}
                danger={kind === 'NOT_FILE'}
                loading={decide.isPending && decide.variables.kind === kind}
                onClick={() => (kind === 'NOT_FILE' ? setAsking(true) : decide.mutate({ kind }))}
              >
                {t(`batch.${kind}`, { count })}
              </Button>
            )
          );
        })}
      </div>
      <Problem error={decide.error} />
      {asking && (
        <NotFileAll
          count={able('not-file').length}
          onClose={() => setAsking(false)}
          onSend={(values) => decide.mutateAsync({ kind: 'NOT_FILE', ...values })}
        />
      )}
    </section>
  );
}

interface NotFileAllProps {
  count: number;
  onClose: () => void;
  onSend: (values: { reason: string; disposition: (typeof dispositions)[number] }) => Promise<unknown>;
}

function NotFileAll({ count, onClose, onSend }: NotFileAllProps) {
  const reasons = useNotFileReasons();
  const verb = t('batch.NOT_FILE', { count });
  return (
    <FormModal<{ reason: string; disposition: (typeof dispositions)[number] }>
      title={verb}
      verb={verb}
      draft="proposal.batch.not-file"
      initial={{ disposition: 'ARCHIVE' }}
      onSend={onSend}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t('proposal.reason')}
        rules={[{ required: true, message: t('proposal.reasonNeeded') }]}
      >
        <Select options={reasons.filter(({ value }) => value !== 'OTHER')} />
      </Form.Item>
      <Form.Item name="disposition" label={t('proposal.destination')} rules={[{ required: true }]}>
        <Radio.Group
          vertical
          options={dispositions.map((value) => ({ value, label: nameOf('proposal.disposition', value) }))}
        />
      </Form.Item>
    </FormModal>
  );
}
