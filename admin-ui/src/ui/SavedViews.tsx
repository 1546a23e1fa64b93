import { Button, Input, Popover, Tag } from 'antd';
import { useState } from 'react';
import { isRecord } from '../api/problem';
import { habits } from '../api/store';
import { t } from './text';

type Values = Record<string, string | undefined>;

interface View {
  name: string;
  values: Record<string, string>;
}

interface SavedViewsProps {
  list: string;
  values: Values;
  onOpen: (values: Record<string, string>) => void;
}

/** A person's own names for filters they use again and again, kept on this machine. */
export function SavedViews({ list, values, onOpen }: SavedViewsProps) {
  const [views, setViews] = useState(() => viewsFrom(habits.read(`views.${list}`)));
  const keep = (next: View[]) => {
    habits.write(`views.${list}`, next);
    setViews(next);
  };
  const chosen = Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const some = Object.keys(chosen).length > 0;
  if (views.length === 0 && !some) return null;
  return (
    <div className="filter-tags">
      {views.map((view) => (
        <Tag key={view.name} closable onClose={() => keep(views.filter((each) => each !== view))}>
          <button type="button" className="plain-button" onClick={() => onOpen(view.values)}>
            {view.name}
          </button>
        </Tag>
      ))}
      {some && (
        <SaveView onSave={(name) => keep([...views.filter((v) => v.name !== name), { name, values: chosen }])} />
      )}
    </div>
  );
}

function SaveView({ onSave }: { onSave: (name: string) => void }) {
  const [open, setOpen] = useState(false);
  const save = (name: string) => {
    if (name.trim()) onSave(name.trim());
    setOpen(false);
  };
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      content={
        <Input.Search
          aria-label={t('common.viewName')}
          placeholder={t('common.viewName')}
          enterButton={t('common.save')}
          maxLength={20}
          onSearch={save}
        />
      }
    >
      <Button type="link" size="small">
        {t('common.saveView')}
      </Button>
    </Popover>
  );
}

export function viewsFrom(kept: unknown): View[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter(isRecord).flatMap((each) => {
    const { name, values } = each;
    if (typeof name !== 'string' || !isRecord(values)) return [];
    const texts = Object.entries(values).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []));
    return [{ name, values: Object.fromEntries(texts) }];
  });
}
