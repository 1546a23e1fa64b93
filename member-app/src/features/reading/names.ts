/** Who was chosen to be mentioned, as a box keeps it: a line each, the id and the name. */
const idLength = 36;

export const withName = (named: string, id: string, name: string): string => `${named}${id} ${name}\n`;

/** The ids of those whose names still stand in the words. */
export function mentionedIn(words: string, named: string): string[] {
  return named
    .split('\n')
    .filter(Boolean)
    .map((line) => [line.slice(0, idLength), line.slice(idLength + 1)] as const)
    .filter(([, name]) => words.includes(`@${name}`))
    .map(([id]) => id);
}
