import { Form, Select } from 'antd';
import { api, read } from '../../api/client';
import { ReasonItem } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { SecrecyHits } from '../../ui/SecrecyHits';
import { t } from '../../ui/text';
import type { AssignmentDialogProps } from './AssignmentMoves';
import { GrantItem } from './GrantItem';
import { useGradeLetters } from './gradeLetters';
import { subjectWords } from './subjectWords';

interface Review {
  approved: boolean;
  grade?: string;
  reason?: string;
}

/** The office lets a reply through, correcting its grade where that is wrong, or sends it back saying why. */
export function ReviewReply({ assignment, onClose }: AssignmentDialogProps) {
  const letters = useGradeLetters();
  const was = assignment.reply?.letter ?? undefined;
  const send = ({ approved, grade, reason }: Review) =>
    read(
      api.PUT('/api/assignments/{id}/reply-review', {
        params: { path: { id: assignment.id } },
        body: {
          version: assignment.version,
          approved,
          grade: approved && grade !== was ? grade : undefined,
          reason,
        },
      }),
    );
  return (
    <FormModal<Review>
      title={t('assignment.move.review-reply')}
      verb={t('assignment.decide')}
      draft={`assignment.${assignment.id}.review`}
      initial={{ grade: was }}
      onSend={send}
      onClose={onClose}
    >
      {assignment.reply && (
        <p className="quiet">
          {assignment.reply.openToPublic
            ? t('reply.open')
            : t('reply.notOpen', { reason: assignment.reply.notOpenReason ?? '' })}
        </p>
      )}
      <SecrecyHits words={assignment.secrecyHits} says="reply.secrecyHits" />
      <GrantItem name="approved" yes={t(subjectWords(assignment).approve)} no={t('review.reject')} />
      <Form.Item noStyle dependencies={['approved']}>
        {({ getFieldValue }) => (
          <>
            {getFieldValue('approved') === true && (
              <Form.Item name="grade" label={t('reply.gradeLabel')} extra={t('review.gradeHelp')}>
                <Select options={letters} />
              </Form.Item>
            )}
            {getFieldValue('approved') === false && <ReasonItem />}
          </>
        )}
      </Form.Item>
    </FormModal>
  );
}
