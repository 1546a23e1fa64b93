import { expect, test } from 'vitest';
import { groupFieldsOf, isIntroductionTooLong, plannedOf } from './founding';
import { aGroup } from './samples';

test('a new group says only what was written, and is its founder’s', () => {
  const written = {
    ...groupFieldsOf(null),
    title: ' 共读一书 ',
    book: '乡土中国',
    startsOn: '2026-03-02',
    endsOn: '2026-03-15',
  };
  expect(plannedOf(written, null)).toEqual({
    theme: '共读一书',
    introduction: '',
    book: '乡土中国',
    bookIds: [],
    startsOn: '2026-03-02',
    endsOn: '2026-03-15',
    visibility: 'MEMBERS',
    sectionId: undefined,
    cadence: 'WEEK',
    capacity: undefined,
    termId: undefined,
    reviewFirst: false,
    ownerId: undefined,
  });
});

test('what is chosen goes as the server wants it: books apart, a number, yes or no', () => {
  const fields = { ...groupFieldsOf(null), bookIds: 'b1 b2', capacity: '40', reviewFirst: 'yes', visibility: 'GUESTS' };
  expect(plannedOf(fields, null)).toMatchObject({
    bookIds: ['b1', 'b2'],
    capacity: 40,
    reviewFirst: true,
    visibility: 'GUESTS',
  });
});

test('a section goes with a group that is for one, and with no other', () => {
  const fields = { ...groupFieldsOf(null), sectionId: 's1' };
  expect(plannedOf({ ...fields, visibility: 'SECTOR' }, null)).toMatchObject({ visibility: 'SECTOR', sectionId: 's1' });
  expect(plannedOf({ ...fields, visibility: 'MEMBERS' }, null).sectionId).toBeUndefined();
});

test('what the office has approved goes back as it is, whatever a draft says', () => {
  const group = { ...aGroup('g1', '2026-03-02'), theme: '旧题', book: '旧书', planFixed: true };
  const fields = { ...groupFieldsOf(null), title: '新题', book: '新书', visibility: 'GUESTS', endsOn: '2026-04-30' };
  expect(plannedOf(fields, group)).toMatchObject({
    theme: '旧题',
    book: '旧书',
    visibility: 'MEMBERS',
    startsOn: '2026-03-02',
    endsOn: '2026-04-30',
  });
});

test('an introduction is counted in characters, a rare one as one', () => {
  expect(isIntroductionTooLong('𠀀'.repeat(2000))).toBe(false);
  expect(isIntroductionTooLong(`${'𠀀'.repeat(2000)}\n`)).toBe(false);
  expect(isIntroductionTooLong('读'.repeat(2001))).toBe(true);
});
