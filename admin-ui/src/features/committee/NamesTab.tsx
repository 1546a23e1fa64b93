import { useQuery } from '@tanstack/react-query';
import { Empty, Input, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

type Kind = 'sectors' | 'special-committees';

/** Sectors and special committees: lists of names. */
export function NamesTab({ kind }: { kind: Kind }) {
  const [name, setName] = useState('');
  const { data, error, refetch } = useQuery({
    queryKey: [kind],
    queryFn: () => read(kind === 'sectors' ? api.GET('/api/sectors') : api.GET('/api/special-committees')),
  });
  const add = useAct(
    (body: { name: string }) =>
      read(kind === 'sectors' ? api.POST('/api/sectors', { body }) : api.POST('/api/special-committees', { body })),
    () => setName(''),
  );
  if (error) return <Problem error={error} retry={() => refetch()} />;
  if (!data) return <Skeleton active />;
  const label = kind === 'sectors' ? t('settings.addSector') : t('settings.addSpecial');
  return (
    <Card
      title={t('settings.namesCount', {
        name: kind === 'sectors' ? t('settings.sectors') : t('settings.special'),
        count: data.length,
      })}
    >
      <div className="stack">
        <div>
          {data.length === 0 && <Empty description={t('settings.noNames')} />}
          {data
            .filter((each) => !each.retiredOn)
            .map((each) => (
              <Tag key={each.id} className="name-tag">
                {each.name}
              </Tag>
            ))}
        </div>
        <Input.Search
          className="add-name"
          aria-label={label}
          placeholder={label}
          enterButton={t('common.add')}
          maxLength={40}
          value={name}
          loading={add.isPending}
          onChange={(event) => setName(event.target.value)}
          onSearch={(text) => text.trim() && add.mutate({ name: text.trim() })}
        />
        <Problem error={add.error} />
      </div>
    </Card>
  );
}
