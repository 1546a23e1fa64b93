import { api, got } from './client';

/** A unit that handles proposals now. */
export type UnitChoice = readonly [id: string, name: string];

/** All of them, page by page: a prefecture has more than one page holds. */
export async function allUnits(): Promise<UnitChoice[]> {
  const units: UnitChoice[] = [];
  let after: string | undefined;
  do {
    const page = await got(api.GET('/api/units', { params: { query: { after, limit: 100 } } }));
    units.push(...page.items.map(({ id, name }) => [id, name] as const));
    after = page.next ?? undefined;
  } while (after);
  return units;
}
