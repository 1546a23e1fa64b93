import { isRecord, textOf } from '../../api/problem';

/** What a member says of a book. */
export const blank = { title: '', author: '', publisher: '', isbn: '', reason: '', summary: '', link: '' };

/** As it was kept; what cannot be read was never written. */
export function read(kept: string): typeof blank {
  try {
    const said: unknown = JSON.parse(kept || '{}');
    if (!isRecord(said)) return blank;
    return {
      title: textOf(said.title),
      author: textOf(said.author),
      publisher: textOf(said.publisher),
      isbn: textOf(said.isbn),
      reason: textOf(said.reason),
      summary: textOf(said.summary),
      link: textOf(said.link),
    };
  } catch {
    return blank;
  }
}
