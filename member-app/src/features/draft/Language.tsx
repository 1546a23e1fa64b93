import { useId } from 'react';
import { t } from '../../text/t';
import { languageName, languages } from './languages';

interface LanguageProps {
  value: string;
  help: string;
  problem: string | null;
  onChange: (value: string) => void;
}

/** In which language it was first written. */
export function Language({ value, help, problem, onChange }: LanguageProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('write.language')}</label>
      <select
        id={id}
        className="input"
        value={value}
        aria-invalid={Boolean(problem)}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{languageName('')}</option>
        {languages.map((code) => (
          <option key={code} value={code}>
            {languageName(code)}
          </option>
        ))}
      </select>
      <p className={problem ? 'help bad' : 'help quiet'}>{problem ?? help}</p>
    </div>
  );
}
