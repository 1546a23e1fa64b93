import { ApiProblem } from './problem';

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

/** Whether each of these is there as well; what is empty may be absent, and spaces at the ends are nobody's words. */
export function hasAll(made: object, typed: object): boolean {
  const there = new Map<string, unknown>(Object.entries(made));
  return Object.entries(typed).every(([name, value]) => plain(there.get(name)) === plain(value));
}

function plain(value: unknown): string {
  return JSON.stringify(value ?? '', (_, part: unknown) => (typeof part === 'string' ? part.trim() : (part ?? '')));
}
