/** What a person writes; everything else about a proposal is the server's. */
export type Fields = {
  title: string;
  category: string;
  situation: string;
  analysis: string;
  suggestions: string[];
  openToPublic: boolean;
  notOpenReason: string;
};

export const blank: Fields = {
  title: '',
  category: '',
  situation: '',
  analysis: '',
  suggestions: [''],
  openToPublic: true,
  notOpenReason: '',
};

export const fieldNames = [
  'title',
  'category',
  'situation',
  'analysis',
  'suggestions',
  'openToPublic',
  'notOpenReason',
] as const;
export type FieldName = (typeof fieldNames)[number];

export function differing(a: Fields, b: Fields): FieldName[] {
  return fieldNames.filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]));
}

/** One side of a field put beside the other, so that neither text is lost. */
export function bothTexts(mine: Fields, theirs: Fields, name: 'situation' | 'analysis'): string {
  return [theirs[name], mine[name]].filter(Boolean).join('\n\n');
}

export function withoutEmptyRows(fields: Fields): string[] {
  return fields.suggestions.map((text) => text.trim()).filter(Boolean);
}
