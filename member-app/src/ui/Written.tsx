import { languageOf } from '../text/script';

/** What a person wrote: from the side where its script begins, and with that script's line height and voice. */
export function Written({
  text,
  as: Place = 'p',
  look,
}: {
  text: string;
  as?: 'p' | 'span' | 'h2' | 'h3' | 'legend';
  look?: string;
}) {
  return (
    <Place className={look} lang={languageOf(text)} dir="auto">
      {text}
    </Place>
  );
}
