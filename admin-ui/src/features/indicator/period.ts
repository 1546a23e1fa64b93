import type { Indicator } from '../../api/types';
import { today } from '../../ui/format';
import { findText } from '../../ui/text';

export type Basis = 'session' | 'year';

export function basisOf(text: string | undefined, otherwise: Basis): Basis {
  return text === 'session' || text === 'year' ? text : otherwise;
}

/** This year and those before it. */
export function years(now = today()): string[] {
  const year = Number(now.slice(0, 4));
  return [0, 1, 2, 3, 4, 5].map((back) => String(year - back));
}

/** The periods that have figures, the newest first: by the year they lie in, then by their own number. */
export function periodsIn(figures: readonly Indicator[]): string[] {
  const yearOf = new Map(figures.map((figure) => [figure.period, figure.year]));
  return [...yearOf.keys()].sort(
    (a, b) => (yearOf.get(b) ?? 0) - (yearOf.get(a) ?? 0) || b.localeCompare(a, 'zh-CN', { numeric: true }),
  );
}

/** What an indicator is called here; one that this client does not know yet brings its name along. */
export function indicatorName({ key, name }: { key: string; name: string }): string {
  return findText(`indicator.${key}`) ?? name;
}

/** One row of the table: an indicator with its figure in each period. */
export interface FigureRow {
  key: string;
  name: string;
  unit: string;
  byPeriod: Map<string, Indicator>;
}

export function rowsIn(figures: readonly Indicator[]): FigureRow[] {
  const rows = new Map<string, FigureRow>();
  for (const figure of figures) {
    const row = rows.get(figure.key) ?? {
      key: figure.key,
      name: indicatorName(figure),
      unit: figure.unit,
      byPeriod: new Map(),
    };
    row.byPeriod.set(figure.period, figure);
    rows.set(figure.key, row);
  }
  return [...rows.values()];
}
