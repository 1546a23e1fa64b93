import { t } from '../../text/t';
import { topicName, useTopics } from './topics';

interface TopicProps {
  value: string;
  problem: string | null;
  onChange: (value: string) => void;
}

/** What the report is about; one may leave that to the editor. */
export function Topic({ value, problem, onChange }: TopicProps) {
  const topics = useTopics();
  return (
    <div className="field">
      <label htmlFor="topic">{t('opinions.topic')}</label>
      <select
        id="topic"
        className="input"
        value={value}
        aria-invalid={Boolean(problem)}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t('opinions.topicLeft')}</option>
        {value && !topics.some(({ code }) => code === value) && <option value={value}>{topicName(value)}</option>}
        {topics.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      {problem && <p className="help bad">{problem}</p>}
    </div>
  );
}
