import type { Proposal } from '../../api/types';

export type Basis = NonNullable<Proposal['wishes']['basedOn']>;

/** What a form has of it: an earlier proposal with its title, or words. */
export interface BasisValues {
  earlier?: { value: string; label?: string };
  basisNote?: string;
}

const longestNote = 200;

export function basisValues(basis: Basis | null | undefined): BasisValues {
  if (basis?.id && basis.kind === 'PROPOSAL') return { earlier: { value: basis.id, label: basis.note ?? undefined } };
  return { basisNote: basis?.note ?? undefined };
}

/** What is to be kept: the proposal before the words, whose kind stays what it was; a post stays while nothing else is said. */
export function basisFrom({ earlier, basisNote }: BasisValues, before: Basis | null | undefined): Basis | undefined {
  if (earlier) {
    const note = [...(earlier.label ?? '')].slice(0, longestNote).join('');
    return { kind: 'PROPOSAL', id: earlier.value, ...(note && { note }) };
  }
  const note = basisNote?.trim();
  if (before?.id && before.kind !== 'PROPOSAL' && note === (before.note ?? undefined)) return before;
  return note ? { kind: before && !before.id ? before.kind : 'OTHER', note } : undefined;
}

/** The wishes with what it is based on, in the order in which the service says them; none where there is nothing to say. */
export function wishesWith(
  values: BasisValues,
  before: Proposal['wishes'] | undefined,
): Proposal['wishes'] | undefined {
  const basedOn = basisFrom(values, before?.basedOn);
  if (!before) return basedOn && { allowSecond: false, suggestedAssistUnits: [], basedOn };
  const { basedOn: _, ...others } = before;
  return { ...others, ...(basedOn && { basedOn }) };
}
