const scripts = [
  ['bo', /\p{Script=Tibetan}/gu],
  ['ug', /\p{Script=Arabic}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  [undefined, /\p{Script=Han}/gu],
] as const;

/** The language that most letters of a text are written in, by their script; nothing for Chinese and what looks like it. */
export function languageOf(text: string): 'bo' | 'ug' | 'ko' | undefined {
  let found: 'bo' | 'ug' | 'ko' | undefined;
  let most = 0;
  for (const [language, letters] of scripts) {
    const count = text.match(letters)?.length ?? 0;
    if (count > most) {
      most = count;
      found = language;
    }
  }
  return found;
}
