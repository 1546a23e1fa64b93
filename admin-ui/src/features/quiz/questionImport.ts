import { isRecord } from '../../api/problem';
import type { QuestionImport } from '../../api/types';

/** The upload answers with whatever it answers with; this is what a report looks like. */
export function isImport(answer: unknown): answer is QuestionImport {
  return isRecord(answer) && typeof answer.fileName === 'string' && Array.isArray(answer.rows);
}
