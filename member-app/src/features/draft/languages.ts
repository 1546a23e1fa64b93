import type { Proposal } from '../../api/types';
import { t, tOr } from '../../text/t';

/** In which members write besides Chinese. */
export const languages = ['BO', 'UG', 'KO', 'MN', 'KK', 'II', 'ZA'] as const satisfies readonly NonNullable<
  Proposal['language']
>[];

export function languageName(code: string): string {
  return code ? tOr(`language.${code}`, 'language.other') : t('language.chinese');
}
