import { Select } from 'antd';
import { api, read } from '../../api/client';
import type { RosterImport, RosterRow } from '../../api/types';
import { Problem } from '../../ui/Problem';
import { findText, nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

type Question = RosterRow['questions'][number];
type Answer = Question['answers'][number];

interface Choice {
  answer: Answer;
  seatId?: string;
}

interface RosterQuestionProps {
  roster: RosterImport;
  row: RosterRow;
  question: Question;
}

/** What the program will not guess: the clerk says. */
export function RosterQuestion({ roster, row, question }: RosterQuestionProps) {
  const answer = useAct(({ answer: given, seatId }: Choice) =>
    read(
      api.PUT('/api/roster-imports/{id}/answers', {
        params: { path: { id: roster.id } },
        body: { answers: [{ sheet: row.sheet, row: row.row, code: question.code, answer: given, seatId }] },
      }),
    ),
  );
  const choices = choicesOf(question);
  const given = choices.findIndex((choice) => choice.answer === question.given);
  return (
    <div className="row">
      <span>{findText(`problem.${question.code}`) ?? question.reason}</span>
      <Select
        className="answer-select"
        aria-label={t('roster.answerFor', { row: row.row })}
        placeholder={t('roster.choose')}
        disabled={answer.isPending || roster.status === 'COMMITTED'}
        value={given < 0 ? undefined : given}
        onChange={(at: number) => {
          const choice = choices[at];
          if (choice) answer.mutate(choice);
        }}
        options={choices.map((choice, value) => ({ value, label: wordsOf(choice, question) }))}
      />
      <Problem error={answer.error} />
    </div>
  );
}

/** "The same person" is one choice for each member who may be meant. */
function choicesOf(question: Question): Choice[] {
  return question.answers.flatMap((answer): Choice[] =>
    answer === 'SAME_PERSON' && question.seats.length > 0
      ? question.seats.map((seat) => ({ answer, seatId: seat.id }))
      : [{ answer }],
  );
}

function wordsOf({ answer, seatId }: Choice, question: Question): string {
  const seat = question.seats.find((each) => each.id === seatId);
  const words = nameOf('roster.answer', answer);
  if (!seat) return words;
  return t('roster.sameAs', { answer: words, name: seat.name, about: seat.sector ?? seat.employment ?? '' });
}
