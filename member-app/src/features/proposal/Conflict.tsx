import { useState } from 'react';
import { t } from '../../text/t';
import { Button } from '../../ui/ui';
import { languageName } from '../draft/languages';
import { categoryName } from './categories';
import { bothTexts, differing, type FieldName, type Fields, isProse, type Prose } from './fields';

type Side = 'mine' | 'theirs' | 'both';

/** Two texts of one draft, side by side by field. The person chooses; nothing is lost before. */
export function Conflict({
  mine,
  theirs,
  onChoose,
}: {
  mine: Fields;
  theirs: Fields;
  onChoose: (fields: Fields) => Promise<void>;
}) {
  const names = differing(mine, theirs);
  const [sides, setSides] = useState<Partial<Record<FieldName, Side>>>({});
  const chosen = names.every((name) => sides[name]);
  return (
    <main className="stack">
      <h2>{t('conflict.title')}</h2>
      <p>{t('conflict.says')}</p>
      {names.map((name) => (
        <fieldset key={name} className="card field stack">
          <legend className="within">{t(`write.field.${name}`)}</legend>
          <Choice name={name} side="mine" sides={sides} text={words(mine, name)} onChoose={setSides} />
          <Choice name={name} side="theirs" sides={sides} text={words(theirs, name)} onChoose={setSides} />
          {(isProse(name) || name === 'suggestions') && (
            <Choice name={name} side="both" sides={sides} text="" onChoose={setSides} />
          )}
        </fieldset>
      ))}
      <Button kind="main wide" disabled={!chosen} onPress={() => onChoose(merged(mine, theirs, sides))}>
        {t('conflict.keep')}
      </Button>
    </main>
  );
}

function Choice({
  name,
  side,
  sides,
  text,
  onChoose,
}: {
  name: FieldName;
  side: Side;
  sides: Partial<Record<FieldName, Side>>;
  text: string;
  onChoose: (sides: Partial<Record<FieldName, Side>>) => void;
}) {
  return (
    <div>
      <label className="choice">
        <input
          type="radio"
          name={name}
          checked={sides[name] === side}
          onChange={() => onChoose({ ...sides, [name]: side })}
        />
        <span className="strong">{t(`conflict.${side}`)}</span>
      </label>
      {text && <p className="prose">{text}</p>}
    </div>
  );
}

function words(fields: Fields, name: FieldName): string {
  const value = fields[name];
  if (typeof value === 'boolean') return t(value ? 'conflict.open' : 'conflict.notOpen');
  if (name === 'language') return languageName(fields.language);
  if (name === 'category') return categoryName(fields.category) || t('conflict.empty');
  const text = typeof value === 'string' ? value : value.map((row, index) => `${index + 1}. ${row}`).join('\n');
  return text || t('conflict.empty');
}

export function merged(mine: Fields, theirs: Fields, sides: Partial<Record<FieldName, Side>>): Fields {
  const pick = <K extends FieldName>(name: K): Fields[K] => (sides[name] === 'mine' ? mine[name] : theirs[name]);
  const prose = (name: Prose) => (sides[name] === 'both' ? bothTexts(mine, theirs, name) : pick(name));
  return {
    title: pick('title'),
    category: pick('category'),
    situation: prose('situation'),
    analysis: prose('analysis'),
    suggestions:
      sides.suggestions === 'both'
        ? [...theirs.suggestions, ...mine.suggestions.filter((row) => !theirs.suggestions.includes(row))].filter(
            Boolean,
          )
        : pick('suggestions'),
    openToPublic: pick('openToPublic'),
    notOpenReason: pick('notOpenReason'),
    research: prose('research'),
    language: pick('language'),
    originalText: prose('originalText'),
  };
}
