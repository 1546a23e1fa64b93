import { api } from '../api/client';
import { refreshAll } from '../api/remote';
import { forgetDraft, keptDraft, placesFor } from '../features/proposal/drafts';
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
        body: { id: matter.id, kind: 'REPLY', text: matter.text },
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
      await submitKept(line.seatId, matter.proposalId);
      refreshAll();
  }
}

async function submitKept(seatId: string, id: string): Promise<void> {
  const places = placesFor(seatId);
  const kept = await keptDraft(seatId, id);
  if (!kept) return;
  let { version } = kept;
  if (kept.dirty || version === null) {
    const server =
      version === null ? await places.create(id, kept.fields) : await places.save(id, kept.fields, version);
    version = server.version;
    await places.keep({ ...kept, version, dirty: false, syncedAt: new Date().toISOString() });
  }
  await api.PUT('/api/proposals/{id}/submission', {
    headers: { 'X-Seat': seatId },
    params: { path: { id } },
    body: { version, secrecyConfirmed: true },
  });
  await forgetDraft(seatId, id);
}
