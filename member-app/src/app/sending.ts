import { api } from '../api/client';
import { refreshAll } from '../api/remote';
import { sendFiles } from '../features/attachment/waiting';
import { opinionDrafts } from '../features/opinion/drafts';
import { proposalDrafts } from '../features/proposal/drafts';
import type { Drafts } from '../store/drafts';
import type { Line } from '../store/outbox';

/** Sends one line under the seat it was written for. Each can be repeated: the ids are the phone's. */
export async function deliver(line: Line): Promise<void> {
  const { matter } = line;
  const headers = { 'X-Seat': line.seatId };
  switch (matter.kind) {
    case 'post':
      await api.POST('/api/reading-groups/{groupId}/posts', {
        headers,
        params: { path: { groupId: matter.groupId } },
        body: { id: matter.id, kind: 'REPLY', text: matter.text, ...matter.more },
      });
      return;
    case 'rating':
      await api.PUT('/api/assignments/{id}/rating', {
        headers,
        params: { path: { id: matter.assignmentId } },
        body: matter.given,
      });
      refreshAll();
      return;
    case 'submission':
      await submitKept(proposalDrafts, line.seatId, matter.proposalId, (version) =>
        api.PUT('/api/proposals/{id}/submission', {
          headers,
          params: { path: { id: matter.proposalId } },
          body: { version, secrecyConfirmed: true },
        }),
      );
      refreshAll();
      return;
    case 'report':
      await submitKept(opinionDrafts, line.seatId, matter.reportId, (version) =>
        api.PUT('/api/opinion-reports/{id}/submission', {
          headers,
          params: { path: { id: matter.reportId } },
          body: { version, secrecyConfirmed: true },
        }),
      );
      refreshAll();
  }
}

/** The newest words first, then the submission of just these. */
async function submitKept<F extends object, P>(
  drafts: Drafts<F, P>,
  seatId: string,
  id: string,
  submit: (version: number) => Promise<unknown>,
): Promise<void> {
  const places = drafts.placesFor(seatId);
  const kept = await drafts.kept(seatId, id);
  if (!kept) return;
  let { version } = kept;
  if (kept.dirty || version === null) {
    const server =
      version === null ? await places.create(id, kept.fields) : await places.save(id, kept.fields, version);
    version = server.version;
    await places.keep({ ...kept, version, dirty: false, syncedAt: new Date().toISOString() });
  }
  await sendFiles(seatId, id);
  await submit(version);
  await drafts.forget(seatId, id);
}
