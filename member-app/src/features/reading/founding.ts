import type { ReadingGroup } from '../../api/types';

/** A group as it stands in the boxes of its form: every value a text. */
export type GroupFields = Readonly<Record<(typeof names)[number], string>>;

const names = [
  'title',
  'text',
  'book',
  'bookIds',
  'startsOn',
  'endsOn',
  'visibility',
  'sectionId',
  'cadence',
  'capacity',
  'termId',
  'reviewFirst',
  'id',
] as const;

/** What the form begins with. */
export function groupFieldsOf(group: ReadingGroup | null): GroupFields {
  return {
    title: group?.theme ?? '',
    text: group?.introduction ?? '',
    book: group?.book ?? '',
    bookIds: (group?.books ?? []).map(({ id }) => id).join(' '),
    startsOn: group?.startsOn ?? '',
    endsOn: group?.endsOn ?? '',
    visibility: group?.visibility ?? 'MEMBERS',
    sectionId: group?.sectionId ?? '',
    cadence: group?.cadence ?? 'WEEK',
    capacity: group?.capacity ? String(group.capacity) : '',
    termId: group?.termId ?? '',
    reviewFirst: group?.reviewFirst ? 'yes' : '',
    id: '',
  };
}

/** Who may see a group: the widest first. */
export const visibilities = ['MEMBERS', 'GUESTS', 'SECTOR', 'SPECIAL_COMMITTEE', 'INVITED'] as const;

export const isForSection = (visibility: string): boolean =>
  visibility === 'SECTOR' || visibility === 'SPECIAL_COMMITTEE';

export const introductionMax = 2000;

/** As the server counts: a rare character is one, though it takes two places in a string. */
export const isIntroductionTooLong = (text: string): boolean => [...text.trim()].length > introductionMax;

export const bookIdsIn = (text: string): string[] => text.split(' ').filter(Boolean);

const oneOf = <T extends string>(all: readonly T[], value: string): T | undefined => all.find((each) => each === value);

/** What the office has approved: it stays as it is, whatever an older draft on this phone says. */
function approvedIn({ title, book, bookIds, startsOn, visibility, sectionId, termId }: GroupFields) {
  return { title, book, bookIds, startsOn, visibility, sectionId, termId };
}

/** What the server is told of it. Who owns the group stays as it is; a new one is its founder's. */
export function plannedOf(written: GroupFields, group: ReadingGroup | null) {
  const fields = group?.planFixed ? { ...written, ...approvedIn(groupFieldsOf(group)) } : written;
  return {
    theme: fields.title.trim(),
    introduction: fields.text.trim(),
    book: fields.book.trim(),
    bookIds: bookIdsIn(fields.bookIds),
    startsOn: fields.startsOn,
    endsOn: fields.endsOn,
    visibility: oneOf(visibilities, fields.visibility),
    sectionId: isForSection(fields.visibility) ? fields.sectionId || undefined : undefined,
    cadence: oneOf(['DAY', 'WEEK', 'MONTH'], fields.cadence),
    capacity: fields.capacity ? Number(fields.capacity) : undefined,
    termId: fields.termId || undefined,
    reviewFirst: fields.reviewFirst === 'yes',
    ownerId: group?.ownerId,
  };
}
