import { t } from './t';

/** A book between its marks; one that is written with them, and with its author, stays as it is. */
export function bookName(title: string): string {
  return title.includes('《') ? title : t('reading.book', { book: title });
}
