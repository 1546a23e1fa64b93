import type { Proposal } from '../../api/types';

export type Basis = NonNullable<Proposal['wishes']['basedOn']>;

const longestNote = 200;

/** An earlier proposal as what a new one grew out of; its title is for those who cannot open it. */
export function basisOf({ id, title }: { id: string; title: string }): Basis {
  return { kind: 'PROPOSAL', id, note: [...title].slice(0, longestNote).join('') };
}

/** What was typed instead; blank is nothing. The kind that was said before stays, its link does not. */
export function basisIn(words: string, before: Basis | null | undefined): Basis | undefined {
  const note = words.trim();
  return note ? { kind: before && !before.id ? before.kind : 'OTHER', note } : undefined;
}
