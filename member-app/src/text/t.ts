import { zhCN } from './zh-CN';

export type TextKey = keyof typeof zhCN;
type Values = Readonly<Record<string, string | number>>;

/** The message of a key, with {names} filled in. */
export function t(key: TextKey, values: Values = {}): string {
  return zhCN[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

function isTextKey(key: string): key is TextKey {
  return Object.keys(zhCN).includes(key);
}

/** For keys built from the server's words: what it may say tomorrow must not show up as a code. */
export function tOr(key: string, otherwise: TextKey, values: Values = {}): string {
  return t(isTextKey(key) ? key : otherwise, values);
}
