import { Button, Checkbox, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { ProposalBrief } from '../../api/types';
import { FormModal } from '../../ui/FormModal';
import { Problem } from '../../ui/Problem';
import { ReferredToItem } from '../../ui/ReferredTo';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { useNotFileReasons } from './notFileReasons';
import { dispositions, goesToSomebody } from './proposal';

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
    ({
      kind,
      stage,
      ...more
    }: {
      kind: Kind;
      stage?: number | null;
    } & Partial<NotFiling>) => {
      const rows = able(moves.find(([each]) => each === kind)?.[1] ?? '').filter(
        (row) => kind !== 'PASS' || row.stage === stage,
      );
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
        {offers(able).map(({ kind, stage, count, stages }) => (
          <Button
            key={`${kind}${stage ?? ''}`}
            danger={kind === 'NOT_FILE'}
            loading={decide.isPending && decide.variables.kind === kind && decide.variables.stage === stage}
            onClick={() => (kind === 'NOT_FILE' ? setAsking(true) : decide.mutate({ kind, stage }))}
          >
            {stages > 1
              ? t('batch.PASS_STAGE', { stage: nameOf('proposal.stage', String(stage)), count })
              : t(`batch.${kind}`, { count })}
          </Button>
        ))}
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

interface Offer {
  kind: Kind;
  stage?: number | null;
  count: number;
  /** Of how many stages there are proposals to pass. */
  stages: number;
}

/** What can be decided for several at once; what is passed is of one stage, so each stage has its own button. */
export function offers(able: (can: string) => readonly ProposalBrief[]): Offer[] {
  return moves.flatMap(([kind, can]): Offer[] => {
    const rows = able(can);
    if (kind !== 'PASS') return rows.length > 1 ? [{ kind, count: rows.length, stages: 1 }] : [];
    const stages = [...new Set(rows.map((row) => row.stage))].sort((a, b) => Number(a) - Number(b));
    return stages
      .map((stage) => ({
        kind,
        stage,
        count: rows.filter((row) => row.stage === stage).length,
        stages: stages.length,
      }))
      .filter(({ count }) => count > 1);
  });
}

interface NotFiling {
  reason: string;
  disposition: (typeof dispositions)[number];
  referredTo?: string;
}

interface NotFileAllProps {
  count: number;
  onClose: () => void;
  onSend: (values: NotFiling) => Promise<unknown>;
}

function NotFileAll({ count, onClose, onSend }: NotFileAllProps) {
  const reasons = useNotFileReasons();
  const verb = t('batch.NOT_FILE', { count });
  return (
    <FormModal<NotFiling>
      title={verb}
      verb={verb}
      draft="proposal.batch.not-file"
      initial={{ disposition: 'ARCHIVE' }}
      onSend={({ referredTo, ...values }) =>
        onSend({ ...values, referredTo: goesToSomebody(values.disposition) ? referredTo : undefined })
      }
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
      <Form.Item noStyle dependencies={['disposition']}>
        {({ getFieldValue }) =>
          goesToSomebody(getFieldValue('disposition')) && <ReferredToItem help={t('proposal.referredHelp')} />
        }
      </Form.Item>
    </FormModal>
  );
}
