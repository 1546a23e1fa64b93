import { api, got } from '../api/client';
import { refreshAll } from '../api/remote';
import type { RatingGiven } from '../api/types';
import { letGo, sendAhead, sendFiles } from '../features/attachment/waiting';
import { opinionDrafts } from '../features/opinion/drafts';
import { proposalDrafts } from '../features/proposal/drafts';
import type { Line } from '../store/outbox';

/**
 * Sends one line under the seat it was written for. An answer may be lost on the way, so each can be sent again: the ids are
 * the phone's, and what has no id is looked for, by its words, before it is given again or a refusal believed.
 */
export async function deliver(line: Line): Promise<void> {
  const { matter } = line;
  const headers = { 'X-Seat': line.seatId };
  switch (matter.kind) {
    case 'post':
      await sendAhead(line.seatId, matter.id);
      await got(
        api.POST('/api/reading-groups/{groupId}/posts', {
          headers,
          params: { path: { groupId: matter.groupId } },
          body: { id: matter.id, kind: 'REPLY', text: matter.text, ...matter.more },
        }),
      );
      await letGo(line.seatId, matter.id);
      return;
    case 'rating':
      if (!(await isRated(line.seatId, matter.assignmentId, matter.given)))
        await got(
          api.PUT('/api/assignments/{id}/rating', {
            headers,
            params: { path: { id: matter.assignmentId } },
            body: matter.given,
          }),
        );
      refreshAll();
      return;
    case 'submission':
      await proposalDrafts.handIn(line.seatId, matter.proposalId, () => sendFiles(line.seatId, matter.proposalId));
      refreshAll();
      return;
    case 'quiz':
      await (await import('../features/quiz/kept')).send(line.seatId, matter.attemptId);
      return;
    case 'required':
      await api.PUT('/api/required-titles/{id}/confirmation', { headers, params: { path: { id: matter.titleId } } });
      refreshAll();
      return;
    case 'progress': {
      const { bookId, page, percent } = matter;
      const request = { headers, params: { path: { id: bookId } } };
      if (page === undefined && percent === undefined) await api.DELETE('/api/books/{id}/progress', request);
      else await api.PUT('/api/books/{id}/progress', { ...request, body: { page, percent } });
      refreshAll();
      return;
    }
    case 'report':
      await opinionDrafts.handIn(line.seatId, matter.reportId, () => sendFiles(line.seatId, matter.reportId));
      refreshAll();
  }
}

async function isRated(seatId: string, id: string, given: RatingGiven): Promise<boolean> {
  const { rating } = await got(
    api.GET('/api/assignments/{id}', { headers: { 'X-Seat': seatId }, params: { path: { id } } }),
  );
  return (
    rating?.attitude === given.attitude &&
    rating?.result === given.result &&
    (rating?.onPoint ?? null) === (given.onPoint ?? null) &&
    (rating?.visited ?? null) === (given.visited ?? null) &&
    (rating?.contactMode ?? null) === (given.contactMode ?? null) &&
    (rating?.leaderReplied ?? null) === (given.leaderReplied ?? null) &&
    (rating?.comment ?? '') === (given.comment ?? '')
  );
}
