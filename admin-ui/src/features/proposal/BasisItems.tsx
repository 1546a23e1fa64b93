import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { ProposalBrief } from '../../api/types';
import { t } from '../../ui/text';
import type { BasisValues } from './basis';

/** What the proposal grew out of: one of before, or what the paper says of it. */
export function BasisItems({ without }: { without?: string }) {
  return (
    <>
      <Form.Item name="earlier" label={t('behalf.earlier')} extra={t('behalf.earlierHelp')}>
        <EarlierPicker without={without} />
      </Form.Item>
      <Form.Item noStyle dependencies={['earlier']}>
        {({ getFieldValue }) =>
          !getFieldValue('earlier') && (
            <Form.Item name="basisNote" label={t('proposal.basedOn')} extra={t('behalf.basisHelp')}>
              <Input maxLength={200} />
            </Form.Item>
          )
        }
      </Form.Item>
    </>
  );
}

interface EarlierPickerProps {
  id?: string;
  value?: BasisValues['earlier'];
  onChange?: (earlier: BasisValues['earlier']) => void;
  without?: string;
}

/** Finds a proposal by words of its title or its number. */
function EarlierPicker({ id, value, onChange, without }: EarlierPickerProps) {
  const [q, setQ] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['proposals', 'pick', q],
    queryFn: () => read(api.GET('/api/proposals', { params: { query: { q: q || undefined, limit: 20 } } })),
    placeholderData: (before) => before,
  });
  const found = data?.items.filter((each) => each.id !== without) ?? [];
  const pick = (chosen: string | undefined) => {
    const one = found.find((each) => each.id === chosen);
    onChange?.(one && { value: one.id, label: one.title });
  };
  return (
    <Select
      id={id}
      value={value?.value}
      onChange={pick}
      allowClear
      placeholder={t('behalf.earlierFind')}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setQ }}
      notFoundContent={t('behalf.earlierNone')}
      options={[
        ...(value && !found.some((each) => each.id === value.value)
          ? [{ value: value.value, label: value.label ?? t('proposal.basis.PROPOSAL') }]
          : []),
        ...found.map((each) => ({ value: each.id, label: named(each) })),
      ]}
    />
  );
}

function named({ title, caseNo, proponent }: ProposalBrief): string {
  return t('behalf.earlierOne', { title, by: [caseNo, proponent].filter(Boolean).join(t('common.and')) });
}
