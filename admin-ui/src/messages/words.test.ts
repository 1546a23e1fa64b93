import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findText } from '../ui/text';

/** The families of words for the service's own names, by the name of the type in its OpenAPI file. */
const families: Record<string, string> = {
  ProposalStatus: 'proposal.status',
  ProposalKind: 'proposal.kind',
  Disposition: 'proposal.disposition',
  AssignmentStatus: 'assignment.status',
  AssignmentRole: 'assignment.role',
  'AssignmentController.Due': 'assignment.due',
  'Contact.Mode': 'contact',
  'Rating.OnPoint': 'onPoint',
  'Rating.Visited': 'visited',
  'Evaluation.Quality': 'quality',
  Satisfaction: 'satisfaction',
  ResolutionGrade: 'grade',
  Role: 'role',
  SeatStatus: 'seat.status',
  Sex: 'sex',
  EndReason: 'seat.endReason',
  RosterField: 'roster.field',
  RosterOutcome: 'roster.outcome',
  RosterAnswer: 'roster.answer',
  UnitSystem: 'unit.system',
  ReadingGroupStatus: 'reading.status',
  OpinionStatus: 'opinion.status',
  'OpinionReport.Kind': 'opinion.kind',
  'OpinionReport.AuthorKind': 'opinion.authorKind',
  'OpinionReport.Urgency': 'opinion.urgency',
  'OpinionReport.Confidentiality': 'opinion.confidentiality',
  'OpinionReport.Mode': 'opinion.mode',
  'Outcome.Kind': 'outcome.kind',
  'Outcome.Level': 'outcome.level',
  InstructionLevel: 'outcome.level',
  Dimension: 'dimension',
  'Post.Kind': 'reading.post',
  QuestionKind: 'question.kind',
  'Question.Language': 'question.language',
  Language: 'language',
  'QuestionImport.Outcome': 'question.outcome',
  QuizStatus: 'quiz.status',
  'Quiz.Phase': 'quiz.phase',
  'Quiz.Kind': 'quiz.kind',
  'Complaint.Kind': 'complaint.kind',
  'Todo.Verb': 'todo.verb',
  PromiseState: 'promise.state',
  PublicationState: 'publication.state',
  'UsageNotice.By': 'usageNotice.by',
};

const schema = readFileSync('src/api/schema.ts', 'utf8');

test.each(Object.entries(families))('every %s has words', (type, family) => {
  const names = namesOf(type);
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => findText(`${family}.${name}`) === undefined)).toEqual([]);
});

function namesOf(type: string): string[] {
  const quoted = type.replaceAll('.', '\\.');
  const [, union = ''] = schema.match(new RegExp(`^ {8}"?${quoted}"?: ((?:"[A-Z_]+"(?: \\| )?)+);`, 'm')) ?? [];
  return [...union.matchAll(/"([A-Z_]+)"/g)].map(([, name = '']) => name);
}
