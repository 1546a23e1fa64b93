/** What the server answers when it refuses: RFC 9457 with our stable code. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly fields: readonly FieldProblem[],
    readonly body: unknown,
  ) {
    super(`${status} ${code}`);
  }
}

export interface FieldProblem {
  readonly name: string;
  readonly code: string;
  readonly detail: string;
}

/** No answer came at all. */
export const OFFLINE = new ApiProblem(0, 'network.unreachable', '', [], undefined);

export function toProblem(status: number, body: unknown): ApiProblem {
  const told = isRecord(body) ? body : {};
  return new ApiProblem(status, text(told.code) || `http.${status}`, text(told.detail), fieldsOf(told.fields), body);
}

function fieldsOf(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .map((field) => ({ name: text(field.name), code: text(field.code), detail: text(field.detail) }));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
