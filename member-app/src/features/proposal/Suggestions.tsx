import { t } from '../../text/t';
import { Button, TextBox } from '../../ui/ui';

type Props = {
  rows: readonly string[];
  /** How many the committee takes. */
  most: number;
  problemAt: (name: string) => string | null;
  onChange: (rows: string[]) => void;
  onLeave: () => void;
};

/** Numbered rows, because each will be answered by its number. */
export function Suggestions({ rows, most, problemAt, onChange, onLeave }: Props) {
  const problem = problemAt('suggestions');
  return (
    <fieldset className="field stack">
      <legend>{t('write.suggestions')}</legend>
      <p className={problem ? 'bad' : 'quiet'}>{problem ?? t('write.suggestionsHelp')}</p>
      {rows.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the number is the row's identity
        <div key={index}>
          <div className="row">
            <span className="label">{t('write.suggestionNo', { no: index + 1 })}</span>
            {rows.length > 1 && (
              <Button kind="plain" onPress={() => onChange(rows.filter((_, at) => at !== index))}>
                {t('write.removeRow', { no: index + 1 })}
              </Button>
            )}
          </div>
          <TextBox
            bare
            rows={2}
            label={t('write.suggestionNo', { no: index + 1 })}
            value={text}
            problem={problemAt(`suggestions[${index}]`)}
            onChange={(value) => onChange(rows.map((old, at) => (at === index ? value : old)))}
            onLeave={onLeave}
          />
        </div>
      ))}
      {rows.length < most ? (
        <Button onPress={() => onChange([...rows, ''])}>{t('write.addRow')}</Button>
      ) : (
        <p className="quiet">{t('write.mostRows', { most })}</p>
      )}
    </fieldset>
  );
}
