import i18next from 'i18next';
import zh from '../messages/zh-CN.json';

export type MessageKey = keyof typeof zh;
type Values = Record<string, string | number>;

i18next.init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  resources: { 'zh-CN': { translation: zh } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** The words for a key; a missing translation falls back to Chinese, never to a code. */
export function t(key: MessageKey, values: Values = {}): string {
  return i18next.t(key, values);
}

/** For keys made from the server's codes: the words when we have them. */
export function findText(key: string, values: Values = {}): string | undefined {
  return i18next.exists(key) ? i18next.t(key, values) : undefined;
}

/** The words for one of the server's names, or the name itself when this client is older than the server. */
export function nameOf(family: string, code: string): string {
  return findText(`${family}.${code}`) ?? code;
}

/** A made-up language, long and right to left, that shows what would break under translation. */
export function speakPseudo(): void {
  const pseudo = Object.fromEntries(Object.entries(zh).map(([key, words]) => [key, pseudoWords(words)]));
  i18next.addResourceBundle('pseudo', 'translation', pseudo);
  i18next.changeLanguage('pseudo');
  document.documentElement.dir = 'rtl';
  document.documentElement.lang = 'pseudo';
}

/** Half as long again, in brackets, its {{places}} untouched. */
export function pseudoWords(words: string): string {
  const length = words.replace(/\{\{.*?\}\}/g, '').length;
  return `[${words}${'~'.repeat(Math.ceil(length / 2))}]`;
}
