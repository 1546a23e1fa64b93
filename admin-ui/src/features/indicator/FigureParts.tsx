import { useQuery } from '@tanstack/react-query';
import { Radio, Table } from 'antd';
import { useCategoryName } from '../../api/categories';
import { api, read } from '../../api/client';
import type { Dimension, IndicatorPart } from '../../api/types';
import { rate } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { findText, nameOf, t } from '../../ui/text';

export const dimensions: readonly Dimension[] = [
  'CATEGORY',
  'KIND',
  'PROPONENT_KIND',
  'SECTOR',
  'SEX',
  'ETHNICITY',
  'UNIT',
];

/** What is counted of units is broken down by unit too; what is no proposal, not at all. */
export const dimensionsOf = (subjectType: string | undefined): readonly Dimension[] => {
  if (subjectType === 'assignment') return dimensions;
  return subjectType === 'proposal' ? dimensions.filter((each) => each !== 'UNIT') : [];
};

interface FigurePartsProps {
  figure: { key: string; basis: 'session' | 'year'; period: string };
  choices: readonly Dimension[];
  by: Dimension | undefined;
  onChange: (by: Dimension) => void;
}

/** One figure by category, sector, unit …: the parts make the whole. */
export function FigureParts({ figure: { key, basis, period }, choices, by, onChange }: FigurePartsProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['indicator', key, basis, period, 'by', by],
    queryFn: () =>
      by
        ? read(api.GET('/api/indicators/{key}/breakdown', { params: { path: { key }, query: { basis, period, by } } }))
        : [],
    enabled: by !== undefined,
  });
  const categoryName = useCategoryName();
  const isRate = data?.some((part) => typeof part.N === 'number') ?? false;
  return (
    <Card title={t('figure.parts')}>
      <Radio.Group
        className="no-print"
        aria-label={t('figure.partsBy')}
        optionType="button"
        value={by}
        options={choices.map((value) => ({ value, label: nameOf('dimension', value) }))}
        onChange={(event) => onChange(event.target.value)}
      />
      {error && <Problem error={error} retry={() => refetch()} />}
      {by && data && (
        <Table<IndicatorPart>
          className="figure-table"
          size="small"
          rowKey={(part) => part.name ?? ''}
          pagination={false}
          dataSource={data}
          locale={{ emptyText: t('figure.emptyList') }}
          columns={[
            { title: nameOf('dimension', by), render: (_, part) => partName(by, part.name, categoryName) },
            {
              title: isRate ? 'n/N' : t('figure.partCount'),
              align: 'end',
              render: (_, part) => (typeof part.N === 'number' ? `${part.n}/${part.N}` : part.n),
            },
            {
              title: t(isRate ? 'figure.partRate' : 'figure.partShare'),
              align: 'end',
              render: (_, part) => rate(part.n, part.N ?? data.reduce((sum, each) => sum + each.n, 0)),
            },
          ]}
        />
      )}
    </Card>
  );
}

export function partName(
  by: Dimension,
  name: string | null | undefined,
  categoryName: (code: string) => string,
): string {
  if (!name) return t('figure.partUnknown');
  if (by === 'CATEGORY') return categoryName(name);
  if (by === 'KIND') return nameOf('proposal.kind', name);
  if (by === 'PROPONENT_KIND') return nameOf('proposal.proponentKind', name);
  return by === 'SEX' ? (findText(`sex.${name}`) ?? name) : name;
}
