import { zhCN } from './zh-CN';
import type { zhCNLater } from './zh-CN.later';

export type TextKey = keyof (typeof zhCN & typeof zhCNLater);
type Values = Readonly<Record<string, string | number>>;

const words: Partial<Record<TextKey, string>> = { ...zhCN };

/** The words of the screens that are not in the first load; they come with the first of those screens. */
export async function learnTheRest(): Promise<void> {
  const rest = await import('./zh-CN.later');
  Object.assign(words, rest.zhCNLater);
}

let spoken = (message: string): string => message;

/** No language at all, but longer than Chinese and from right to left: what survives it will survive ug, ko and bo. */
export function speakPseudo(): void {
  spoken = (message) => `⟦${message}${'～'.repeat(Math.ceil(message.length * 0.4))}⟧`;
  document.documentElement.dir = 'rtl';
}

/** The message of a key, with {names} filled in. */
export function t(key: TextKey, values: Values = {}): string {
  return spoken(words[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

function isTextKey(key: string): key is TextKey {
  return key in words;
}

/** The message of a key that may not be one. */
export function tIf(key: string): string | null {
  return isTextKey(key) ? t(key) : null;
}

/** For keys built from the server's words: what it may say tomorrow must not show up as a code. */
export function tOr(key: string, otherwise: TextKey, values: Values = {}): string {
  return t(isTextKey(key) ? key : otherwise, values);
}
