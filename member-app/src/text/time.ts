import { t } from './t';

// China has one time zone and no summer time; a phone set elsewhere still shows the committee's hour.
const eastOfGreenwich = 8 * 3600_000;

function local(moment: string | Date): Date {
  return new Date(new Date(moment).getTime() + eastOfGreenwich);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

export function clock(moment: string | Date): string {
  const at = local(moment);
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** Today in China, as the server writes days. */
export function today(now = new Date()): string {
  return local(now).toISOString().slice(0, 10);
}

/** 3月5日, with the year when it is not this one. */
export function day(moment: string | Date, now = new Date()): string {
  const at = typeof moment === 'string' && moment.length === 10 ? new Date(`${moment}T00:00:00Z`) : local(moment);
  const values = { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
  return t(at.getUTCFullYear() === local(now).getUTCFullYear() ? 'time.day' : 'time.fullDay', values);
}

/** 2026年3月5日, for what is passed on and printed. */
export function fullDay(date: string): string {
  return day(date, new Date(0));
}

/** 10:32 today, 3月5日 10:32 before. */
export function moment(at: string | Date, now = new Date()): string {
  const today = local(at).toISOString().slice(0, 10) === local(now).toISOString().slice(0, 10);
  return today ? clock(at) : `${day(at, now)} ${clock(at)}`;
}
