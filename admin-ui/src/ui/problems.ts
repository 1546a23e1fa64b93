import { type ApiProblem, ApiProblem as Problem } from '../api/problem';
import { findText, t } from './text';

/** What to tell the person: by code, else by kind of refusal, else that it is our fault. */
export function words(error: unknown): string {
  if (!(error instanceof Problem)) return t('problem.unexpected');
  return findText(`problem.${error.code}`) ?? findText(`problem.http.${error.status}`) ?? t('problem.unexpected');
}

/** What to say beside a field: by the field's code, else that it is not right. The detail is for developers. */
export function fieldWords(problem: ApiProblem, name: string): string | undefined {
  const field =
    problem.fields.find((each) => each.name === name) ??
    // One of several in a field that takes a list.
    problem.fields.find((each) => /^\[\d+\]$/.test(each.name.slice(name.length)) && each.name.startsWith(name));
  if (!field) return undefined;
  const [most] = field.detail.match(/\d[\d,]*/) ?? [];
  return (
    findText(`field.${field.code}`, { limit: most ?? '' }) ?? findText(`problem.${problem.code}`) ?? t('field.invalid')
  );
}
