import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { wordsFor } from '../api/problem';
import { languageOf } from '../text/script';
import { t } from '../text/t';
import { back, go } from './router';

export function Button({
  children,
  kind = '',
  onPress,
  disabled = false,
  submit = false,
}: {
  children: ReactNode;
  kind?: string;
  onPress?: () => unknown;
  disabled?: boolean;
  submit?: boolean;
}) {
  return (
    <button type={submit ? 'submit' : 'button'} className={`button ${kind}`} disabled={disabled} onClick={onPress}>
      {children}
    </button>
  );
}

/** A link that looks like a button, because it goes somewhere. */
export function Way({ to, kind = '', children }: { to: string; kind?: string; children: ReactNode }) {
  return (
    <a className={`button ${kind}`} href={`#${to}`}>
      {children}
    </a>
  );
}

/** A row of a list that opens something. */
export function LineTo({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a className="line" href={`#${to}`}>
      <span className="grow">{children}</span>
      <span className="next" aria-hidden="true" />
    </a>
  );
}

/** A page below a tab: its name, the way back, and what can be done with all of it. */
export function Sub({
  title,
  up,
  extra,
  children,
}: {
  title: string;
  up: string;
  extra?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="page">
      <header className="head">
        <Button kind="plain back" onPress={() => back(up)}>
          {t('back')}
        </Button>
        <Heading>{title}</Heading>
        {extra}
      </header>
      {children}
    </div>
  );
}

/** The name of a page: of the window too, and the first thing that is read aloud when the page opens. */
function Heading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    document.title = `${children} · ${t('app.name')}`;
  }, [children]);
  return (
    <h1 ref={heading} tabIndex={-1} dir="auto">
      {children}
    </h1>
  );
}

/** Pulled down from the top of the page, it asks again. */
export function Refreshable({ reload, children }: { reload: () => Promise<unknown>; children: ReactNode }) {
  const from = useRef<number | null>(null);
  const [pulled, setPulled] = useState<'no' | 'far' | 'asking'>('no');
  const release = async () => {
    from.current = null;
    if (pulled !== 'far') return;
    setPulled('asking');
    await reload();
    setPulled('no');
  };
  return (
    <main
      onTouchStart={(event) => {
        from.current = globalThis.scrollY <= 0 ? (event.touches[0]?.clientY ?? null) : null;
      }}
      onTouchMove={(event) => {
        const now = event.touches[0]?.clientY ?? 0;
        if (from.current !== null && pulled !== 'asking') setPulled(now - from.current > 72 ? 'far' : 'no');
      }}
      onTouchEnd={() => void release()}
    >
      {pulled !== 'no' && <p className="pulling">{t(pulled === 'far' ? 'pull.release' : 'pull.asking')}</p>}
      {children}
    </main>
  );
}

/** The page's shape while its content is on the way. */
export function Shape({ lines = [60, 100, 80, 100, 40] }: { lines?: readonly number[] }) {
  return (
    <div className="stack" role="status" aria-label={t('loading')}>
      {lines.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the shape never changes
        <div key={index} className="shape" style={{ width: `${width}%`, height: width === 100 ? 56 : 20 }} />
      ))}
    </div>
  );
}

export function Empty({ says, children }: { says: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{says}</p>
      {children}
    </div>
  );
}

export function Problem({ error, retry }: { error: unknown; retry?: () => unknown }) {
  if (error === null || error === undefined) return null;
  return (
    <div className="tight">
      <p className="problem" role="alert">
        {wordsFor(error)}
      </p>
      {retry && <Button onPress={retry}>{t('retry')}</Button>}
    </div>
  );
}

type FieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onLeave?: () => void;
  help?: string;
  problem?: string | null;
  kind?: 'text' | 'tel' | 'code';
  max?: number;
};

export function Field({ label, value, onChange, onLeave, help, problem, kind = 'text', max }: FieldProps) {
  const id = useId();
  const wrong = problem || (kind === 'text' ? overWords(value, max) : null);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        value={value}
        type={kind === 'text' ? 'text' : 'tel'}
        inputMode={kind === 'text' ? 'text' : 'numeric'}
        dir="auto"
        autoComplete={kind === 'tel' ? 'tel' : kind === 'code' ? 'one-time-code' : 'off'}
        maxLength={kind === 'text' ? undefined : max}
        aria-invalid={Boolean(wrong)}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
      <FieldNote id={`${id}-help`} help={help} problem={wrong} />
    </div>
  );
}

function FieldNote({ id, help, problem }: { id: string; help?: string; problem?: string | null }) {
  return (
    <p id={id} className={problem ? 'help bad' : 'help quiet'}>
      {problem ?? help}
    </p>
  );
}

/** By how many signs a text is longer than the server takes. */
export function tooMany(text: string, max: number): number {
  return Math.max(0, [...text].length - max);
}

function overWords(text: string, max: number | undefined): string | null {
  const over = max === undefined ? 0 : tooMany(text, max);
  return over > 0 ? t('box.over', { max: max ?? 0, over }) : null;
}

/** A box that grows with its text. It never cuts off what was pasted: it says how much is too much. */
export function TextBox({
  label,
  value,
  onChange,
  onLeave,
  help,
  problem,
  max,
  rows = 3,
  bare = false,
}: FieldProps & { rows?: number; bare?: boolean }) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const wrong = problem || overWords(value, max);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useEffect(() => {
    const area = box.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 2}px`;
  }, [value]);
  return (
    <div className="field grow">
      <label htmlFor={id} className={bare ? 'vh' : ''}>
        {label}
      </label>
      <textarea
        id={id}
        ref={box}
        className="input"
        rows={rows}
        dir="auto"
        lang={languageOf(value)}
        placeholder={bare ? label : undefined}
        value={value}
        aria-invalid={Boolean(wrong)}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
      {(help || wrong) && <FieldNote id={`${id}-help`} help={help} problem={wrong} />}
    </div>
  );
}

export function Tick({
  label,
  checked,
  onChange,
}: {
  label: ReactNode;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** One question, a few answers side by side. */
export function Choices<T extends string>({
  legend,
  options,
  value,
  onChange,
}: {
  legend: string;
  options: ReadonlyArray<readonly [value: T, label: string]>;
  value: T | '';
  onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="choices">
        {options.map(([option, label]) => (
          <label key={option}>
            <input type="radio" name={name} checked={value === option} onChange={() => onChange(option)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const reachable = 'button:not(:disabled), a[href], input:not(:disabled), select, textarea, [tabindex="0"]';

/** What lies over the page has the keyboard until it is left, which gives it back to where it was. */
export function useOver(leave: (inside: HTMLElement | null) => void) {
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    inside.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const stops = [...(inside.current?.querySelectorAll<HTMLElement>(reachable) ?? [])];
    const end = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (event.key === 'Escape') leave(inside.current);
    if (event.key !== 'Tab' || (document.activeElement !== end && document.activeElement !== inside.current)) return;
    event.preventDefault();
    (event.shiftKey ? stops[stops.length - 1] : stops[0])?.focus();
  };
  return { inside, press };
}

/** Asks once, naming what will happen. The keyboard stays inside; Escape is the last answer, which changes nothing. */
export function Ask({ title, children, actions }: { title: string; children?: ReactNode; actions: ReactNode }) {
  const id = useId();
  const { inside, press } = useOver((asked) =>
    asked?.querySelector<HTMLElement>(':scope > .actions > :last-child')?.click(),
  );
  return (
    <div className="ask" role="dialog" aria-modal="true" aria-labelledby={id} onKeyDown={press}>
      <div className="stack" tabIndex={-1} ref={inside}>
        <h2 id={id}>{title}</h2>
        {children}
        <div className="actions">{actions}</div>
      </div>
    </div>
  );
}

/** Runs something once at a time and keeps what went wrong beside it. */
export function useDoing(): {
  busy: boolean;
  error: unknown;
  run: (work: () => Promise<unknown>) => Promise<void>;
  clear: () => void;
} {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const alive = useRef(true);
  const running = useRef(false);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  const run = async (work: () => Promise<unknown>) => {
    if (running.current) return; // also a second tap before the first is drawn
    running.current = true;
    setState({ busy: true, error: null });
    try {
      await work();
      if (alive.current) setState({ busy: false, error: null });
    } catch (error) {
      if (alive.current) setState({ busy: false, error });
    } finally {
      running.current = false;
    }
  };
  return { ...state, run, clear: () => setState({ busy: false, error: null }) };
}

export { go };
