const zone = 'Asia/Shanghai';
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The day in Beijing of a moment or a plain date, as 2026-03-05. */
export function day(value: string | undefined | null): string {
  if (!value) return '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  return minute(value).slice(0, 10);
}

/** 2026-03-05 10:32, Beijing time. */
export function minute(value: string | undefined | null): string {
  if (!value) return '';
  const found = new Map(parts.formatToParts(new Date(value)).map((part) => [part.type, part.value]));
  return `${found.get('year')}-${found.get('month')}-${found.get('day')} ${found.get('hour')}:${found.get('minute')}`;
}

/** 2026年3月5日 */
export function prose(value: string | undefined | null): string {
  const [year, month, date] = day(value).split('-');
  return year && month && date ? `${year}年${Number(month)}月${Number(date)}日` : '';
}

/** Today in Beijing, as the server counts days. */
export function today(): string {
  return day(new Date().toISOString());
}

/** n/N and the rate; nothing to divide by prints a dash, and 100% only when all are there. */
export function ratio(n: number, of: number): string {
  return `${n}/${of} (${rate(n, of)})`;
}

export function rate(n: number, of: number): string {
  if (of === 0) return '—';
  if (n === of) return '100%';
  return `${Math.min(99.9, Math.round((n / of) * 1000) / 10).toFixed(1)}%`;
}

/** +3, −2, or ±0, with a true minus sign. */
export function change(now: number, before: number): string {
  const by = now - before;
  if (by === 0) return '±0';
  return by > 0 ? `+${by}` : `−${-by}`;
}

/** A cell of a CSV file that a spreadsheet will not take for a formula. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** 320 KB, 4.2 MB. */
export function fileSize(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
