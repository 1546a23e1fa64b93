import type { Proposal } from '../api/types';
import { nameOf } from './text';

export type Language = NonNullable<Proposal['language']>;

/** In which members write besides Chinese. */
const languages: readonly Language[] = ['BO', 'UG', 'KO', 'MN', 'KK', 'II', 'ZA'];

/** The choices of a select; nothing chosen is Chinese. */
export const languageOptions = () => languages.map((value) => ({ value, label: nameOf('language', value) }));
