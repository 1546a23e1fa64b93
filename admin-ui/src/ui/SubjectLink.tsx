import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface SubjectLinkProps {
  type: string;
  id: string;
  /** What is to be done with it, where that is not done on its own page. */
  verb?: string;
  button?: boolean;
  children: ReactNode;
}

/** From a type and an id, as history, to-do and figures name things, to the page of the thing. */
export function SubjectLink({ type, id, verb, button, children }: SubjectLinkProps) {
  const className = button ? 'link-button' : undefined;
  const params = { id };
  if (verb === 'CHECK_POST') {
    return (
      <Link to="/reading/moderation" className={className}>
        {children}
      </Link>
    );
  }
  if (verb === 'APPROVE_NOTE') {
    return (
      <Link to="/reading/excellent" className={className}>
        {children}
      </Link>
    );
  }
  switch (type.toUpperCase().replaceAll('-', '_')) {
    case 'PROPOSAL':
      return (
        <Link to="/proposals/$id" params={params} className={className}>
          {children}
        </Link>
      );
    case 'PUBLICATION':
      return (
        <Link to="/publications/$id" params={params} className={className}>
          {children}
        </Link>
      );
    case 'ASSIGNMENT':
      return (
        <Link to="/assignments/$id" params={params} className={className}>
          {children}
        </Link>
      );
    case 'PROMISE':
      return (
        <Link to="/promises" search={{ id }} className={className}>
          {children}
        </Link>
      );
    case 'OPINION_REPORT':
      return (
        <Link to="/opinions/$id" params={params} className={className}>
          {children}
        </Link>
      );
    case 'OPINION_COMMISSION':
      return (
        <Link to="/opinion-commissions" className={className}>
          {children}
        </Link>
      );
    case 'SEAT':
      return (
        <Link to="/seats/$id" params={params} className={className}>
          {children}
        </Link>
      );
    case 'READING_GROUP':
      return (
        <Link to="/reading/$id" params={params} className={className}>
          {children}
        </Link>
      );
    case 'READING_POST':
      return (
        <Link to="/reading/posts/$id" params={params} className={className}>
          {children}
        </Link>
      );
    case 'READING_BOOK':
      return (
        <Link to="/reading/books/$id" params={params} className={className}>
          {children}
        </Link>
      );
    case 'QUIZ':
      return (
        <Link to="/quizzes/$id" params={params} className={className}>
          {children}
        </Link>
      );
    case 'COMPLAINT':
      return (
        <Link to="/complaints" className={className}>
          {children}
        </Link>
      );
    case 'ROSTER_IMPORT':
      return (
        <Link to="/seats/import" search={{ id }} className={className}>
          {children}
        </Link>
      );
    default:
      return <span>{children}</span>;
  }
}
