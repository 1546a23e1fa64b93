import { type ReactNode, useEffect } from 'react';
import { useSession } from '../api/session';
import { t } from './text';

interface PageProps {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, note, actions, children }: PageProps) {
  const { seat } = useSession();
  useEffect(() => {
    document.title = t('app.titleOf', { page: title });
  }, [title]);
  return (
    <main className="page">
      <header className="page-head">
        <div>
          <p className="print-only">{seat?.committee.name}</p>
          <h1 dir="auto">{title}</h1>
          {note && <p className="note">{note}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}

interface CardProps {
  title?: string;
  extra?: ReactNode;
  /** Where a link within the page leads. */
  id?: string;
  children: ReactNode;
}

export function Card({ title, extra, id, children }: CardProps) {
  return (
    <section className="card" id={id} aria-label={title}>
      {title && (
        <div className="card-head">
          <h2>{title}</h2>
          {extra}
        </div>
      )}
      {children}
    </section>
  );
}
