import { Input, InputNumber, Select, Switch } from 'antd';
import { isRecord } from '../../api/problem';
import type { Setting } from '../../api/types';
import { findText, nameOf, t } from '../../ui/text';

interface EditorProps {
  setting: Setting;
  value: unknown;
  onChange: (value: unknown) => void;
}

const grades = ['SOLVED', 'IN_PROGRESS', 'PLANNED', 'REFERENCE'];

/** The control that fits the setting's type. */
export function SettingEditor({ setting, value, onChange }: EditorProps) {
  const label = nameOf('setting', setting.key);
  const choices = setting.choices ?? [];
  switch (setting.type) {
    case 'FLAG':
      return (
        <Switch
          aria-label={label}
          checked={value === true}
          onChange={onChange}
          checkedChildren={t('common.yes')}
          unCheckedChildren={t('common.no')}
        />
      );
    case 'NUMBER':
      return (
        <InputNumber
          aria-label={label}
          min={setting.min ?? undefined}
          max={setting.max ?? undefined}
          value={Number(value)}
          onChange={onChange}
        />
      );
    case 'CHOICE':
      return (
        <Select
          aria-label={label}
          className="period-select"
          value={value}
          onChange={onChange}
          options={choices.map((each) => ({ value: each, label: nameOf('setting.choice', each) }))}
        />
      );
    case 'CHOICES':
      return (
        <Select
          aria-label={label}
          mode="multiple"
          value={Array.isArray(value) ? value : []}
          onChange={onChange}
          options={choices.map((each) => ({ value: each, label: nameOf('role', each) }))}
        />
      );
    case 'WORDS':
      return (
        <Select
          aria-label={label}
          mode="tags"
          open={false}
          placeholder={t('settings.wordsHelp')}
          tokenSeparators={[' ', ',', ';', '\u3001', '\uff0c', '\uff1b']}
          value={Array.isArray(value) ? value : []}
          onChange={onChange}
        />
      );
    case 'SPAN':
      return <SpanEditor label={label} span={isRecord(value) ? value : {}} units={choices} onChange={onChange} />;
    case 'REASONS':
    case 'GRADE_LETTERS':
      return <ListEditor rows={Array.isArray(value) ? value.filter(isRecord) : []} onChange={onChange} />;
  }
}

interface SpanEditorProps {
  label: string;
  span: Record<string, unknown>;
  units: readonly string[];
  onChange: (value: unknown) => void;
}

function SpanEditor({ label, span, units, onChange }: SpanEditorProps) {
  return (
    <div className="row">
      <InputNumber aria-label={label} min={1} value={Number(span.n)} onChange={(n) => onChange({ ...span, n })} />
      <Select
        aria-label={t('settings.unit')}
        value={span.unit}
        onChange={(unit) => onChange({ ...span, unit })}
        options={units.map((each) => ({ value: each, label: nameOf('span.unit', each) }))}
      />
    </div>
  );
}

interface ListEditorProps {
  rows: Record<string, unknown>[];
  onChange: (value: unknown) => void;
}

/** Reasons (code, text) and grade letters (letter, meaning, grade): the words may change, the codes stay. */
function ListEditor({ rows, onChange }: ListEditorProps) {
  const set = (at: number, name: string, value: unknown) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, [name]: value } : row)));
  return (
    <div className="stack list-editor">
      {rows.map((row, at) => {
        const words = 'meaning' in row ? 'meaning' : 'text';
        const name = String(row.letter ?? row.code);
        return (
          <div key={name} className="list-row">
            <span className="quiet">{row.letter ? name : `${at + 1}.`}</span>
            <Input
              aria-label={t('settings.wordsOf', { name })}
              maxLength={60}
              value={String(row[words] ?? '')}
              onChange={(event) => set(at, words, event.target.value)}
            />
            {'grade' in row && (
              <Select
                aria-label={t('settings.gradeOf', { name })}
                value={row.grade}
                onChange={(grade) => set(at, 'grade', grade)}
                options={grades.map((each) => ({ value: each, label: nameOf('grade', each) }))}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** A setting's value in words. */
export function settingWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
    return value.length > 0 ? value.map((each) => nameOf('role', each)).join(t('common.and')) : t('common.none');
  }
  if (Array.isArray(value)) return value.filter(isRecord).map(rowWords).join('；');
  if (isRecord(value) && 'unit' in value) return `${value.n} ${nameOf('span.unit', String(value.unit))}`;
  if (typeof value === 'string') return findText(`setting.choice.${value}`) ?? value;
  return String(value ?? '');
}

function rowWords(row: Record<string, unknown>): string {
  return row.letter ? `${row.letter} ${row.meaning}` : String(row.text ?? '');
}
