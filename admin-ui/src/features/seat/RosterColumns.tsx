import { Select } from 'antd';
import { api, read } from '../../api/client';
import type { RosterImport } from '../../api/types';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

export const rosterFields = [
  'NAME',
  'NATIVE_NAME',
  'SEX',
  'ETHNICITY',
  'BIRTH',
  'SECTOR',
  'SPECIAL_COMMITTEE',
  'RANK',
  'EMPLOYMENT',
  'PHONE',
  'REMARK',
];

const notRead = '';

/** What each column of the file was taken for; a wrong guess is changed here. */
export function RosterColumns({ roster }: { roster: RosterImport }) {
  const match = useAct((columns: RosterImport['columns']) =>
    read(api.PUT('/api/roster-imports/{id}/columns', { params: { path: { id: roster.id } }, body: { columns } })),
  );
  const set = (index: number, field: string) =>
    match.mutate(roster.columns.map((each) => (each.index === index ? { ...each, field: field || undefined } : each)));
  return (
    <>
      <div className="column-grid">
        {roster.columns.map((column) => (
          <label key={column.index} htmlFor={`column-${column.index}`}>
            <span className="quiet">{t('roster.column', { heading: column.heading })}</span>
            <Select
              id={`column-${column.index}`}
              value={column.field ?? notRead}
              disabled={match.isPending || roster.status === 'COMMITTED'}
              onChange={(field) => set(column.index, field)}
              options={[
                { value: notRead, label: t('roster.notRead') },
                ...rosterFields.map((value) => ({ value, label: nameOf('roster.field', value) })),
              ]}
            />
          </label>
        ))}
      </div>
      <p className="quiet">{t('roster.columnsHelp')}</p>
      <Problem error={match.error} />
    </>
  );
}
