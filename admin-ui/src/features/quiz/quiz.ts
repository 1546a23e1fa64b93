import type { Question, QuestionDraft, QuizPart } from '../../api/types';
import { t } from '../../ui/text';

export const questionKinds = ['SINGLE', 'MULTIPLE', 'TRUE_FALSE', 'FILL'] as const;
export const quizStatuses = ['DRAFT', 'PUBLISHED', 'CLOSED'] as const;
export const languages = ['BO', 'UG', 'KO'] as const;

type Kind = Question['kind'];

export const at = <Id extends object>(path: Id) => ({ params: { path } });

export function letter(place: number): string {
  return String.fromCharCode(65 + place);
}

/** A key as people say it: the letters, a yes or no, or every spelling. */
export function keyWords(kind: Kind, key: readonly string[]): string {
  if (kind === 'TRUE_FALSE') return key[0] === 'TRUE' ? t('quiz.true') : t('quiz.false');
  return key.join(kind === 'FILL' ? t('quiz.orSpelling') : ' ');
}

export function timesWords(attempts: number): string {
  if (attempts < 0) return t('quiz.endless');
  return attempts === 0 ? t('quiz.once') : t('quiz.aDay', { count: attempts });
}

/** Points of all parts, in hundredths so that they sum exactly. */
export function sumOf(parts: readonly (Partial<QuizPart> | undefined)[]): number {
  return (
    parts.reduce(
      (sum, part) => sum + Math.round((part?.points ?? 0) * 100) * (part?.questionId ? 1 : (part?.draws ?? 1)),
      0,
    ) / 100
  );
}

export function questionsOf(parts: readonly (Partial<QuizPart> | undefined)[]): number {
  return parts.reduce((sum, part) => sum + (part?.questionId ? 1 : (part?.draws ?? 1)), 0);
}

/** What is typed into the form of a question. */
export interface QuestionValues {
  kind: Kind;
  text: string;
  options: string[];
  letters: string[];
  letter?: string;
  truth?: string;
  spellings?: string;
  points: number;
  explanation?: string;
  tags: string[];
  variants: Question['variants'];
}

export function toValues(question: Question | undefined): Partial<QuestionValues> {
  if (!question) return { kind: 'SINGLE', options: ['', '', '', ''], letters: [], points: 1, tags: [], variants: [] };
  const { kind, text, options, answer, points, explanation, tags, variants } = question;
  return {
    kind,
    text,
    options,
    points,
    explanation,
    tags,
    variants,
    letters: kind === 'MULTIPLE' ? answer : [],
    letter: kind === 'SINGLE' ? answer[0] : undefined,
    truth: kind === 'TRUE_FALSE' ? answer[0] : undefined,
    spellings: kind === 'FILL' ? answer.join('\n') : undefined,
  };
}

/** Empty options at the end are none; the key is what the kind asks for. */
export function toQuestion(values: QuestionValues): QuestionDraft {
  const chooses = values.kind === 'SINGLE' || values.kind === 'MULTIPLE';
  const filled = (values.options ?? []).map((option) => (option ?? '').trim());
  const last = filled.findLastIndex((option) => option !== '');
  return {
    kind: values.kind,
    text: values.text,
    options: chooses ? filled.slice(0, last + 1) : [],
    answer: answerOf(values),
    points: values.points,
    explanation: values.explanation,
    tags: values.tags,
    variants: (values.variants ?? []).map((variant) => ({
      ...variant,
      options: chooses ? filled.slice(0, last + 1).map((_, place) => variant.options?.[place] ?? '') : [],
    })),
  };
}

function answerOf({ kind, letter: one, letters, truth, spellings }: QuestionValues): string[] {
  switch (kind) {
    case 'SINGLE':
      return one ? [one] : [];
    case 'MULTIPLE':
      return [...(letters ?? [])].sort();
    case 'TRUE_FALSE':
      return truth ? [truth] : [];
    case 'FILL':
      return (spellings ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
  }
}
