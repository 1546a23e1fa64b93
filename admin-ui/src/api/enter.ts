import { newId } from './id';
import { ApiProblem, isRecord } from './problem';
import { drafts } from './store';

interface Entry<Made> {
  make: () => Promise<Made>;
  drop: () => Promise<void>;
  edit: (made: Made) => Promise<Made>;
  submit: (made: Made) => Promise<Made>;
  /** Whether what the server has is what stands in the form. */
  isTyped: (made: Made) => boolean;
}

/** Makes it once and hands in the words as they are now, whatever an earlier try with the same id left behind. */
export async function enter<Made extends { status: string }>(entry: Entry<Made>): Promise<Made> {
  const made = await entry.make().catch(async (problem: unknown) => {
    if (!(problem instanceof ApiProblem && problem.code === 'id.taken')) throw problem;
    // The earlier try was in somebody else's name.
    await entry.drop();
    return entry.make();
  });
  const isTyped = entry.isTyped(made);
  if (isTyped && made.status !== 'DRAFT') return made;
  return entry.submit(isTyped ? made : await entry.edit(made));
}

/** An earlier try of which no answer came: under which id, and with which words. */
interface Lost {
  id: string;
  typed: string;
}

/**
 * Makes a row once, with the words as they are now. After a try whose answer was lost, the same words are the same row;
 * other words put right what is there, or are a row of their own where nothing can be put right: under the id of the first
 * try the server would answer the first words. Who puts right is given the words of the first try to say again, because the
 * server knows a repeat by them.
 */
export async function sendOnce<Made extends object>(
  draft: string,
  words: object,
  make: (id: string, earlier?: Record<string, unknown>) => Promise<Made>,
  edit?: (made: Made) => Promise<Made>,
): Promise<Made> {
  const key = `${draft}.sent`;
  const typed = JSON.stringify(words);
  const lost = lostOf(drafts.read(key));
  const id = lost && (edit || lost.typed === typed) ? lost.id : newId();
  const earlier = lost && edit && lost.typed !== typed ? wordsOf(lost) : undefined;
  try {
    // What was refused with the first words is not there: the words as they are now make it.
    const made = await make(id, earlier).catch((problem: unknown) => {
      if (earlier && isAnswer(problem)) return make(id);
      throw problem;
    });
    const right = lost && edit && !hasAll(made, words) ? await edit(made) : made;
    drafts.drop(key);
    return right;
  } catch (problem) {
    if (!isAnswer(problem)) drafts.write(key, { id, typed } satisfies Lost);
    throw problem;
  }
}

function isAnswer(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.status >= 400 && problem.status < 500;
}

function wordsOf(lost: Lost): Record<string, unknown> {
  const words: unknown = JSON.parse(lost.typed);
  return isRecord(words) ? words : {};
}

function lostOf(kept: unknown): Lost | undefined {
  return isRecord(kept) && typeof kept.id === 'string' && typeof kept.typed === 'string'
    ? { id: kept.id, typed: kept.typed }
    : undefined;
}

/** Whether each of these is there as well; what is empty may be absent, and spaces at the ends are nobody's words. */
export function hasAll(made: object, typed: object): boolean {
  const there = new Map<string, unknown>(Object.entries(made));
  return Object.entries(typed).every(([name, value]) => plain(there.get(name)) === plain(value));
}

function plain(value: unknown): string {
  return JSON.stringify(value ?? '', (_, part: unknown) => (typeof part === 'string' ? part.trim() : (part ?? '')));
}
