import { zhCN } from './zh-CN';

export type TextKey = keyof typeof zhCN;
type Values = Readonly<Record<string, string | number>>;

let spoken = (message: string): string => message;

/** No language at all, but longer than Chinese and from right to left: what survives it will survive ug, ko and bo. */
export function speakPseudo(): void {
  spoken = (message) => `⟦${message}${'～'.repeat(Math.ceil(message.length * 0.4))}⟧`;
  document.documentElement.dir = 'rtl';
}

/** The message of a key, with {names} filled in. */
export function t(key: TextKey, values: Values = {}): string {
  return spoken(zhCN[key]).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

function isTextKey(key: string): key is TextKey {
  return Object.keys(zhCN).includes(key);
}

/** The message of a key that may not be one. */
export function tIf(key: string): string | null {
  return isTextKey(key) ? t(key) : null;
}

/** For keys built from the server's words: what it may say tomorrow must not show up as a code. */
export function tOr(key: string, otherwise: TextKey, values: Values = {}): string {
  return t(isTextKey(key) ? key : otherwise, values);
}
