import { useId, useState } from 'react';
import type { Attempt } from '../../api/types';
import { t } from '../../text/t';
import { Field } from '../../ui/ui';
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
  const speech = translation?.language.toLowerCase();
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
        <p className="question-text" lang={speech} dir="auto">
          {text}
        </p>
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
  const options: ReadonlyArray<readonly [string, string]> =
    item.kind === 'TRUE_FALSE'
      ? [
          ['TRUE', t('quiz.true')],
          ['FALSE', t('quiz.false')],
        ]
      : (translation?.options ?? item.options).map((option, place) => [letter(place), `${letter(place)}. ${option}`]);
  const several = item.kind === 'MULTIPLE';
  return (
    <fieldset className="stack">
      <legend lang={speech} dir="auto" className="question-text">
        {text}
      </legend>
      {hint}
      {options.map(([value, label]) => (
        <label key={value} className={given.includes(value) ? 'choice boxed on' : 'choice boxed'}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            checked={given.includes(value)}
            onChange={() => onAnswer(several ? toggled(given, value) : [value])}
          />
          <span lang={speech} dir="auto">
            {label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function toggled(given: readonly string[], value: string): string[] {
  return given.includes(value) ? given.filter((each) => each !== value) : [...given, value].sort();
}
