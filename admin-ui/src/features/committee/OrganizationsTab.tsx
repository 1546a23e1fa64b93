import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Form, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Organization } from '../../api/types';
import { FormModal } from '../../ui/FormModal';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { SeatsPicker } from '../../ui/SeatsPicker';
import { nameOf, t } from '../../ui/text';

const kinds = ['PARTY', 'ORGANIZATION', 'SPECIAL_COMMITTEE'] as const;

interface Values {
  seatId: string;
  kind: (typeof kinds)[number];
  clerks: string[];
}

type Editing = Partial<Organization>;

/** Bodies that propose in their own name, and who acts for each. */
export function OrganizationsTab() {
  const [editing, setEditing] = useState<Editing>();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['organizations'],
    queryFn: () => read(api.GET('/api/organizations')),
  });
  const bodies = useQuery({
    queryKey: ['seats', 'bodies'],
    queryFn: () => read(api.GET('/api/seats', { params: { query: { role: 'ORG_ACCOUNT', limit: 100 } } })),
  });
  const clerks = editing?.clerks?.map(({ seatId, name }) => ({ id: seatId, name })) ?? [];
  const send = ({ seatId, ...body }: Values) =>
    read(api.PUT('/api/organizations/{seatId}', { params: { path: { seatId } }, body }));
  return (
    <Card
      title={t('organization.title')}
      extra={<Button onClick={() => setEditing({})}>{t('organization.add')}</Button>}
    >
      <p className="quiet">{t('organization.help')}</p>
      <Problem error={error} retry={() => refetch()} />
      {isPending && <Skeleton active />}
      {data?.length === 0 && <Empty description={t('organization.none')} />}
      {data?.map((each) => (
        <div key={each.seatId} className="row form-note">
          <span className="strong">{each.name}</span>
          <span className="quiet">{nameOf('proposal.proponentKind', each.kind)}</span>
          <span className="grow">
            {t('organization.clerks')}
            {each.clerks.map(({ name }) => name).join(t('common.and')) || t('common.none')}
          </span>
          <Button onClick={() => setEditing(each)}>{t('common.edit')}</Button>
        </div>
      ))}
      {editing && (
        <FormModal<Values>
          title={t('organization.edit')}
          verb={t('common.save')}
          draft={`organization.${editing.seatId ?? 'new'}`}
          initial={{ kind: 'PARTY', ...editing, clerks: clerks.map(({ id }) => id) }}
          onSend={send}
          onClose={() => setEditing(undefined)}
        >
          <Form.Item
            name="seatId"
            label={t('organization.seat')}
            extra={t('organization.seatHelp')}
            rules={[{ required: true, message: t('organization.seatNeeded') }]}
          >
            <Select
              disabled={Boolean(editing.seatId)}
              options={bodies.data?.items.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item name="kind" label={t('organization.kind')} rules={[{ required: true }]}>
            <Select options={kinds.map((value) => ({ value, label: nameOf('proposal.proponentKind', value) }))} />
          </Form.Item>
          <Form.Item name="clerks" label={t('organization.clerksLabel')} extra={t('organization.clerksHelp')}>
            <SeatsPicker known={clerks} />
          </Form.Item>
        </FormModal>
      )}
    </Card>
  );
}
