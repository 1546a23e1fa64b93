import { type ApiProblem, ApiProblem as Problem } from '../api/problem';
import { findText, t } from './text';

/** What to tell the person: by code, else by kind of refusal, else that it is our fault. */
export function words(error: unknown): string {
  if (!(error instanceof Problem)) return t('problem.unexpected');
  return findText(`problem.${error.code}`) ?? findText(`problem.http.${error.status}`) ?? t('problem.unexpected');
}

/** The same for one field: the server's detail is for developers, so we say what is wrong in Chinese where we can. */
export function fieldWords(problem: ApiProblem, name: string): string | undefined {
  const field = problem.fields.find((each) => each.name === name);
  if (!field) return undefined;
  return findText(`problem.${problem.code}`) ?? field.detail;
}
