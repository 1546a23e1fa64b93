import { PaperButtons } from './PaperButtons';
import { t } from './text';

/** The papers that go with a reply: the letter, and the form on which the proponent rates it. */
export function ReplyPapers({ assignmentId }: { assignmentId: string }) {
  return (
    <div className="papers">
      <PaperButtons path={`/api/assignments/${assignmentId}/reply-letter`} name={t('paper.replyLetter')} />
      <PaperButtons path={`/api/assignments/${assignmentId}/feedback-form`} name={t('paper.feedbackForm')} />
    </div>
  );
}
