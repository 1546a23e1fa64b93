import { useEffect, useState } from 'react';
import { keepSeen, recallSeen } from '../../api/remote';
import type { Attempt } from '../../api/types';
import { t } from '../../text/t';
import { Choices } from '../../ui/ui';

export type Language = Attempt['items'][number]['translations'][number]['language'] | 'ZH';

/** The language that an attempt is read in; what came of it is shown in the same. */
export function useLanguage(seatId: string, attemptId: string): [Language, (chosen: Language) => void] {
  const [language, setLanguage] = useState<Language>('ZH');
  const key = `${seatId}/quiz-language/${attemptId}`;
  useEffect(() => {
    void recallSeen<Language>(key).then((chosen) => chosen && setLanguage(chosen));
  }, [key]);
  return [
    language,
    (chosen) => {
      setLanguage(chosen);
      void keepSeen(key, chosen);
    },
  ];
}

/** The languages that its questions were put into; nothing where there is Chinese alone. */
export function Languages({
  attempt,
  language,
  onChange,
}: {
  attempt: Attempt;
  language: Language;
  onChange: (chosen: Language) => void;
}) {
  const others = [...new Set(attempt.items.flatMap((each) => each.translations.map((text) => text.language)))];
  if (others.length === 0) return null;
  return (
    <Choices
      legend={t('quiz.language')}
      options={[['ZH', t('quiz.ZH')] as const, ...others.map((each) => [each, t(`quiz.${each}`)] as const)]}
      value={language}
      onChange={onChange}
    />
  );
}
