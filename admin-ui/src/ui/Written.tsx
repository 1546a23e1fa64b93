import { languageOf } from './script';

/** What a person wrote: from the side where its script begins, and with that script's line height. */
export function Written({
  text,
  as: Place = 'p',
  look = 'text',
}: {
  text: string;
  as?: 'p' | 'span' | 'dd' | 'div';
  look?: string;
}) {
  return (
    <Place className={look || undefined} lang={languageOf(text)} dir="auto">
      {text}
    </Place>
  );
}
