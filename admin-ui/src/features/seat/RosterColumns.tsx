import { Select } from 'antd';
import { api, read } from '../../api/client';
import type { RosterImport } from '../../api/types';
import { Problem } from '../../ui/Problem';
import { isOneOf } from '../../ui/search';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

type Sheet = RosterImport['sheets'][number];
type Field = NonNullable<Sheet['columns'][number]['field']>;

const fields: readonly Field[] = [
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

/** What each column of each sheet was taken for; a wrong guess is changed here. */
export function RosterColumns({ roster }: { roster: RosterImport }) {
  const match = useAct((sheets: Sheet[]) =>
    read(
      api.PUT('/api/roster-imports/{id}/columns', {
        params: { path: { id: roster.id } },
        body: { sheets: sheets.map(choiceOf) },
      }),
    ),
  );
  const shown = roster.sheets.filter((sheet) => sheet.columns.length > 0);
  const set = (name: string, column: string, field: string) =>
    match.mutate(shown.map((sheet) => (sheet.name === name ? withField(sheet, column, field) : sheet)));
  return (
    <>
      {shown.map((sheet) => (
        <SheetColumns
          key={sheet.name}
          sheet={sheet}
          disabled={match.isPending || roster.status === 'COMMITTED'}
          onSet={(column, field) => set(sheet.name, column, field)}
        />
      ))}
      {shown.length === 0 && <p className="overdue">{t('roster.noHeading')}</p>}
      <p className="quiet">{t('roster.columnsHelp')}</p>
      <Problem error={match.error} />
    </>
  );
}

interface SheetColumnsProps {
  sheet: Sheet;
  disabled: boolean;
  onSet: (column: string, field: string) => void;
}

function SheetColumns({ sheet, disabled, onSet }: SheetColumnsProps) {
  return (
    <>
      <p>{t('roster.headerRow', { sheet: sheet.name, row: sheet.headerRow ?? 1 })}</p>
      <div className="column-grid">
        {sheet.columns.map((column) => {
          const id = `column-${sheet.name}-${column.column}`;
          return (
            <label key={column.column} htmlFor={id}>
              <span className="quiet">{t('roster.column', { letter: column.column, heading: column.header })}</span>
              <Select
                id={id}
                value={column.field ?? notRead}
                disabled={disabled}
                onChange={(field) => onSet(column.column, field)}
                options={[
                  { value: notRead, label: t('roster.notRead') },
                  ...fields.map((value) => ({ value, label: nameOf('roster.field', value) })),
                ]}
              />
            </label>
          );
        })}
      </div>
    </>
  );
}

function withField(sheet: Sheet, letter: string, text: string): Sheet {
  const field = isOneOf(fields, text) ? text : undefined;
  return { ...sheet, columns: sheet.columns.map((each) => (each.column === letter ? { ...each, field } : each)) };
}

function choiceOf(sheet: Sheet) {
  const columns: Record<string, Field> = {};
  for (const { column, field } of sheet.columns) if (field) columns[column] = field;
  return { name: sheet.name, headerRow: sheet.headerRow, columns };
}
