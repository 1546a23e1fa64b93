/** What a person writes; everything else about a proposal is the server's. */
export type Fields = {
  title: string;
  category: string;
  situation: string;
  analysis: string;
  suggestions: string[];
  openToPublic: boolean;
  notOpenReason: string;
  research: string;
  /** In which it was first written; blank for Chinese. */
  language: string;
  originalText: string;
};

export const blank: Fields = {
  title: '',
  category: '',
  situation: '',
  analysis: '',
  suggestions: [''],
  openToPublic: true,
  notOpenReason: '',
  research: '',
  language: '',
  originalText: '',
};

export const fieldNames = [
  'title',
  'category',
  'situation',
  'analysis',
  'suggestions',
  'openToPublic',
  'notOpenReason',
  'research',
  'language',
  'originalText',
] as const;
export type FieldName = (typeof fieldNames)[number];

export function differing(a: Fields, b: Fields): FieldName[] {
  return fieldNames.filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]));
}

/** Texts of which both sides can stand one below the other. */
export type Prose = 'situation' | 'analysis' | 'research' | 'originalText';

export function isProse(name: FieldName): name is Prose {
  return name === 'situation' || name === 'analysis' || name === 'research' || name === 'originalText';
}

/** One side of a field put beside the other, so that neither text is lost. */
export function bothTexts(mine: Fields, theirs: Fields, name: Prose): string {
  return [theirs[name], mine[name]].filter(Boolean).join('\n\n');
}

export function withoutEmptyRows(fields: Fields): string[] {
  return fields.suggestions.map((text) => text.trim()).filter(Boolean);
}
