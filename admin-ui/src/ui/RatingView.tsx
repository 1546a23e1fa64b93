import { ExclamationCircleFilled } from '@ant-design/icons';
import type { Rating } from '../api/types';
import { prose } from './format';
import { nameOf, t } from './text';

/** What the proponent thinks of a reply, and what an auditor should look at. */
export function RatingView({ rating }: { rating: Rating }) {
  if (rating.result === 'NO_RESPONSE') return <p>{nameOf('satisfaction', rating.result)}</p>;
  const more = [
    rating.onPoint && nameOf('onPoint', rating.onPoint),
    rating.contactMode && t('rating.contacted', { mode: nameOf('contact', rating.contactMode) }),
    rating.visited && nameOf('visited', rating.visited),
    typeof rating.leaderReplied === 'boolean' && t(rating.leaderReplied ? 'rating.leader' : 'rating.noLeader'),
    rating.onBehalf && t('rating.onBehalf'),
    rating.toldHow && t('rating.toldHowIs', { how: rating.toldHow }),
    rating.version > 1 && t('rating.version', { version: rating.version }),
  ].filter(Boolean);
  return (
    <div>
      {t('assignment.ratingText', {
        attitude: nameOf('satisfaction', rating.attitude),
        result: nameOf('satisfaction', rating.result),
        day: prose(rating.ratedAt),
      })}
      {more.length > 0 && <div className="quiet">{more.join('；')}</div>}
      {rating.comment && <div className="quiet">{rating.comment}</div>}
      {rating.flags.map((flag) => (
        <div key={flag} className="overdue">
          <ExclamationCircleFilled /> {nameOf('rating.flag', flag)}
        </div>
      ))}
    </div>
  );
}
