import { Button } from 'antd';
import { t } from './text';

interface PlaceButtonsProps<Item> {
  items: readonly Item[];
  place: number;
  onChange: (items: Item[]) => void;
}

/** Moves one piece of an issue a place up or down, or takes it out. */
export function PlaceButtons<Item>({ items, place, onChange }: PlaceButtonsProps<Item>) {
  return (
    <span className="row no-print">
      <Button size="small" disabled={place === 0} onClick={() => onChange(moved(items, place, -1))}>
        {t('bulletin.up')}
      </Button>
      <Button size="small" disabled={place === items.length - 1} onClick={() => onChange(moved(items, place, 1))}>
        {t('bulletin.down')}
      </Button>
      <Button size="small" danger onClick={() => onChange(items.filter((_, at) => at !== place))}>
        {t('common.remove')}
      </Button>
    </span>
  );
}

/** The same pieces, with one of them a place further up or down. */
export function moved<T>(items: readonly T[], from: number, by: 1 | -1): T[] {
  const next = [...items];
  next.splice(from + by, 0, ...next.splice(from, 1));
  return next;
}
