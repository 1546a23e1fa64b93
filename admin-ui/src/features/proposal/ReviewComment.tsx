import { Input } from 'antd';
import { useState } from 'react';
import { drafts } from '../../api/store';
import type { Proposal } from '../../api/types';
import { counted } from '../../ui/counted';
import { nameOf, t } from '../../ui/text';

interface Comment {
  text: string;
  write: (text: string) => void;
  drop: () => void;
}

/** What a reviewer has typed about a proposal, kept until it has been sent. */
export function useReviewComment(id: string): Comment {
  const name = `proposal.${id}.review`;
  const [text, setText] = useState(() => String(drafts.read(name) ?? ''));
  return {
    text,
    write: (next) => {
      drafts.write(name, next);
      setText(next);
    },
    drop: () => {
      drafts.drop(name);
      setText('');
    },
  };
}

/** The opinion of the stage that is open, beside the text it is about. */
export function ReviewComment({ proposal, comment }: { proposal: Proposal; comment: Comment }) {
  const stage = nameOf('proposal.stage', String(proposal.stage ?? 1));
  const id = `comment-${proposal.id}`;
  return (
    <div className="review-comment">
      <label htmlFor={id}>{t('proposal.reviewStage', { stage })}</label>
      <Input.TextArea
        id={id}
        rows={3}
        count={counted(500)}
        value={comment.text}
        placeholder={t('proposal.commentHelp')}
        onChange={(event) => comment.write(event.target.value)}
      />
    </div>
  );
}
