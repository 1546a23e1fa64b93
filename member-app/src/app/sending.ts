import { api, got } from '../api/client';
import { ApiProblem, hasCode } from '../api/problem';
import { refreshAll } from '../api/remote';
import type { RatingGiven } from '../api/types';
import { letGo, sendAhead, sendFiles } from '../features/attachment/waiting';
import { opinionDrafts } from '../features/opinion/drafts';
import { proposalDrafts } from '../features/proposal/drafts';
import type { KeptDraft, Places } from '../store/DraftKeeper';
import type { Drafts } from '../store/drafts';
import type { Line } from '../store/outbox';

/**
 * Sends one line under the seat it was written for. An answer may be lost on the way, so each can be sent again: the ids are
 * the phone's, and what has no id is looked for before it is given a second time.
 */
export async function deliver(line: Line): Promise<void> {
  const { matter } = line;
  const headers = { 'X-Seat': line.seatId };
  switch (matter.kind) {
    case 'post':
      await sendAhead(line.seatId, matter.id);
      await api.POST('/api/reading-groups/{groupId}/posts', {
        headers,
        params: { path: { groupId: matter.groupId } },
        body: { id: matter.id, kind: 'REPLY', text: matter.text, ...matter.more },
      });
      await letGo(line.seatId, matter.id);
      return;
    case 'rating':
      if (!(await isRated(line.seatId, matter.assignmentId, matter.given)))
        await api.PUT('/api/assignments/{id}/rating', {
          headers,
          params: { path: { id: matter.assignmentId } },
          body: matter.given,
        });
      refreshAll();
      return;
    case 'submission':
      await submitKept(proposalDrafts, line.seatId, matter.proposalId, {
        submit: (version) =>
          api.PUT('/api/proposals/{id}/submission', {
            headers,
            params: { path: { id: matter.proposalId } },
            body: { version, secrecyConfirmed: true },
          }),
        status: async () =>
          (await got(api.GET('/api/proposals/{id}', { headers, params: { path: { id: matter.proposalId } } }))).status,
      });
      refreshAll();
      return;
    case 'quiz':
      await (await import('../features/quiz/kept')).send(line.seatId, matter.attemptId);
      return;
    case 'report':
      await submitKept(opinionDrafts, line.seatId, matter.reportId, {
        submit: (version) =>
          api.PUT('/api/opinion-reports/{id}/submission', {
            headers,
            params: { path: { id: matter.reportId } },
            body: { version, secrecyConfirmed: true },
          }),
        status: async () =>
          (await got(api.GET('/api/opinion-reports/{id}', { headers, params: { path: { id: matter.reportId } } })))
            .status,
      });
      refreshAll();
  }
}

type Submitting = { submit: (version: number) => Promise<unknown>; status: () => Promise<string> };

/** The newest words first, then the submission of just these. */
async function submitKept<F extends object, P>(
  drafts: Drafts<F, P>,
  seatId: string,
  id: string,
  { submit, status }: Submitting,
): Promise<void> {
  const kept = await drafts.kept(seatId, id);
  if (!kept) return;
  try {
    const version = await savedAs(drafts.placesFor(seatId), kept);
    await sendFiles(seatId, id);
    await submit(version);
  } catch (error) {
    const isConflict = error instanceof ApiProblem && error.status === 409;
    if (!isConflict || (await status()) === 'DRAFT') throw error;
  }
  await drafts.forget(seatId, id);
}

/** The version under which the server has just these words; a save whose answer was lost is recognised by its words. */
async function savedAs<F extends object, P>(places: Places<F, P>, kept: KeptDraft<F>): Promise<number> {
  if (kept.version !== null && !kept.dirty) return kept.version;
  let server =
    kept.version === null ? await places.create(kept.id, kept.fields) : { fields: null, version: kept.version };
  if (!server.fields || !places.same(server.fields, kept.fields)) {
    try {
      server = await places.save(kept.id, kept.fields, server.version);
    } catch (error) {
      if (!hasCode(error, places.outdated)) throw error;
      server = await places.fetch(kept.id);
      if (!server.fields || !places.same(server.fields, kept.fields)) throw error;
    }
  }
  await places.keep({ ...kept, version: server.version, dirty: false, syncedAt: new Date().toISOString() });
  return server.version;
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
    (rating?.comment ?? '') === (given.comment ?? '')
  );
}
