import { useId, useState } from 'react';
import type { Attempt } from '../../api/types';
import { t } from '../../text/t';
import { Field } from '../../ui/ui';
import { Written } from '../../ui/Written';
import { letter } from './words';

type Item = Attempt['items'][number];

/** A question and the way to answer it: large lines to tap, or a line to write. */
export function AnswerBox({
  item,
  language,
  given,
  onAnswer,
}: {
  item: Item;
  language: string;
  given: readonly string[];
  onAnswer: (answer: string[]) => void;
}) {
  const name = useId();
  const [typed, setTyped] = useState(given[0] ?? '');
  const translation = item.translations.find((each) => each.language === language);
  const text = translation?.text ?? item.text;
  const hint = (
    <span className="quiet">
      {t(`quiz.kind.${item.kind}`)} · {t('quiz.worth', { points: item.points })}
    </span>
  );
  if (item.kind === 'FILL') {
    return (
      <>
        {hint}
        <Written text={text} look="question-text" />
        <Field
          label={t('quiz.fillIn')}
          value={typed}
          max={200}
          onChange={(next) => {
            setTyped(next);
            onAnswer(next.trim() ? [next] : []);
          }}
        />
      </>
    );
  }
  const options: ReadonlyArray<readonly [value: string, mark: string, label: string]> =
    item.kind === 'TRUE_FALSE'
      ? [
          ['TRUE', '', t('quiz.true')],
          ['FALSE', '', t('quiz.false')],
        ]
      : (translation?.options ?? item.options).map((option, place) => [letter(place), `${letter(place)}.`, option]);
  const several = item.kind === 'MULTIPLE';
  return (
    <fieldset className="stack">
      <Written as="legend" text={text} look="question-text" />
      {hint}
      {options.map(([value, mark, label]) => (
        <label key={value} className={given.includes(value) ? 'choice boxed on' : 'choice boxed'}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            checked={given.includes(value)}
            onChange={() => onAnswer(several ? toggled(given, value) : [value])}
          />
          {mark && <span className="option-mark">{mark}</span>}
          <Written as="span" text={label} look="grow" />
        </label>
      ))}
    </fieldset>
  );
}

function toggled(given: readonly string[], value: string): string[] {
  return given.includes(value) ? given.filter((each) => each !== value) : [...given, value].sort();
}
