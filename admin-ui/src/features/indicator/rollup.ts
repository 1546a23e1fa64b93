import type { Indicator, Rollup } from '../../api/types';
import { t } from '../../ui/text';
import { indicatorName } from './period';

export interface RollupRow {
  id: string;
  name: string;
  figures: Indicator[];
  sum?: boolean;
}

export interface IndicatorColumn {
  key: string;
  name: string;
}

/** Together, own, each committee below (with what it sent for those below itself), and the missing ones by name. */
export function rowsOf(rollup: Rollup): RollupRow[] {
  return [
    {
      id: 'together',
      name: t('rollup.together', { reported: rollup.reported, of: rollup.of }),
      figures: rollup.together,
      sum: true,
    },
    { id: 'own', name: t('rollup.own', { name: rollup.committee.name }), figures: rollup.own, sum: true },
    ...rollup.children.flatMap(({ committee, figures, below }) => [
      { id: committee.code, name: committee.name, figures },
      ...(below
        ? [
            {
              id: `${committee.code}-below`,
              name: t('rollup.below', { reported: below.reported, of: below.of }),
              figures: below.figures,
            },
          ]
        : []),
    ]),
    ...rollup.missing.map(({ code, name }) => ({ id: code, name, figures: [] })),
  ];
}

/** Every indicator that anybody sent, in the order met. */
export function indicatorsOf(rollup: Rollup): IndicatorColumn[] {
  const names = new Map<string, string>();
  for (const row of rowsOf(rollup)) for (const figure of row.figures) names.set(figure.key, indicatorName(figure));
  return [...names].map(([key, name]) => ({ key, name }));
}
