import { Blocked } from '../store/shelves';
import { tOr } from '../text/t';

export type FieldProblem = { name: string; code: string; detail: string };

/** What the server refused, by its stable code. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly fields: readonly FieldProblem[],
    readonly body: unknown,
  ) {
    super(code);
  }
}

/** The request did not reach the server, or the answer did not come back. */
export class Unreachable extends Error {}

export function wasUnreachable(error: unknown): boolean {
  return error instanceof Unreachable;
}

export function hasCode(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function fieldOf(value: unknown): FieldProblem[] {
  return isRecord(value) ? [{ name: textOf(value.name), code: textOf(value.code), detail: textOf(value.detail) }] : [];
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const parts = isRecord(body) ? body : {};
  const fields = Array.isArray(parts.fields) ? parts.fields.flatMap(fieldOf) : [];
  return new ApiProblem(response.status, textOf(parts.code) || `http.${response.status}`, fields, body);
}

/** One table from what went wrong to words: src/text, keys `problem.<code>`. */
export function wordsFor(error: unknown): string {
  if (error instanceof Unreachable) return tOr('problem.unreachable', 'problem.other');
  if (error instanceof ApiProblem)
    return tOr(`problem.${error.code}`, error.status >= 500 ? 'problem.broken' : 'problem.other');
  if (error instanceof Blocked) return tOr('problem.store-blocked', 'problem.other');
  return tOr(error instanceof DOMException ? 'problem.store-full' : 'problem.broken', 'problem.other');
}

/** The words for one field of a form; a limit named by the server is named here too. */
export function wordsForField(error: unknown, name: string): string | null {
  const field = error instanceof ApiProblem ? error.fields.find((each) => each.name === name) : undefined;
  if (!field) return null;
  return tOr(`field.${field.code}`, 'field.other', { limit: /\d+/.exec(field.detail)?.[0] ?? '' });
}
