import { wordsForField } from '../api/problem';

/** What each box of a form shows, takes and says; `field` is its name in the API, where that is another one. */
export function boxesOf<K extends string>(
  texts: Readonly<Record<K, string>>,
  set: (name: K) => (value: string) => void,
  error: unknown,
) {
  return (name: K, max: number, field: string = name) => ({
    value: texts[name],
    onChange: set(name),
    max,
    problem: wordsForField(error, field),
  });
}
