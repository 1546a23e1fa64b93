import { useId } from 'react';

type DayProps = {
  label: string;
  value: string;
  min?: string;
  max?: string;
  help?: string;
  problem?: string | null;
  onChange: (day: string) => void;
};

/** A day, chosen from the phone's calendar. */
export function Day({ label, value, min, max, help, problem, onChange }: DayProps) {
  const id = useId();
  return (
    <div className="field grow">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="date"
        value={value}
        min={min}
        max={max}
        aria-invalid={Boolean(problem)}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.target.value)}
      />
      {(problem || help) && (
        <p id={`${id}-help`} className={problem ? 'help bad' : 'help quiet'}>
          {problem ?? help}
        </p>
      )}
    </div>
  );
}
