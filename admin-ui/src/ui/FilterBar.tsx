import { Button, Input, Select, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { t } from './text';

export interface Filter<Name extends string> {
  name: Name;
  label: string;
  /** Without choices the filter is free text. */
  choices?: { value: string; label: string }[];
}

interface FilterBarProps<Name extends string> {
  filters: Filter<Name>[];
  values: { [name in Name]?: string };
  onChange: (values: { [name in Name]?: string }) => void;
  children?: ReactNode;
}

/** What narrows a list: chosen filters stand as tags and live in the URL. */
export function FilterBar<Name extends string>({ filters, values, onChange, children }: FilterBarProps<Name>) {
  const set = (name: Name, value: string | undefined) => onChange({ ...values, [name]: value || undefined });
  const chosen = filters.filter((filter) => values[filter.name]);
  return (
    <search className="filter-bar no-print">
      <div className="filter-fields">
        {filters.map((filter) => (
          <div key={filter.name} className={filter.choices ? undefined : 'filter-text'}>
            {filter.choices ? (
              <Select
                aria-label={filter.label}
                placeholder={filter.label}
                value={values[filter.name]}
                options={filter.choices}
                allowClear
                showSearch={filter.choices.length > 10 && { optionFilterProp: 'label' }}
                popupMatchSelectWidth={false}
                onChange={(value) => set(filter.name, value)}
              />
            ) : (
              <SearchText
                key={`${filter.name}:${values[filter.name] ?? ''}`}
                label={filter.label}
                value={values[filter.name]}
                onSearch={(text) => set(filter.name, text)}
              />
            )}
          </div>
        ))}
      </div>
      {chosen.length > 0 && (
        <div className="filter-tags">
          {chosen.map((filter) => (
            <Tag key={filter.name} closable onClose={() => set(filter.name, undefined)}>
              {t('common.filterTag', { label: filter.label, value: words(filter, values[filter.name]) })}
            </Tag>
          ))}
          <Button type="link" size="small" onClick={() => onChange({})}>
            {t('common.clearFilters')}
          </Button>
        </div>
      )}
      {children}
    </search>
  );
}

interface SearchTextProps {
  label: string;
  value: string | undefined;
  onSearch: (text: string) => void;
}

function SearchText({ label, value, onSearch }: SearchTextProps) {
  const [text, setText] = useState(value ?? '');
  return (
    <Input.Search
      aria-label={label}
      placeholder={label}
      value={text}
      allowClear
      onChange={(event) => setText(event.target.value)}
      onSearch={onSearch}
    />
  );
}

function words<Name extends string>(filter: Filter<Name>, value: string | undefined): string {
  return filter.choices?.find((choice) => choice.value === value)?.label ?? value ?? '';
}
