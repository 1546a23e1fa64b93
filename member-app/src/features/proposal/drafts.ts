import { useEffect, useState, useSyncExternalStore } from 'react';
import { api, got } from '../../api/client';
import { isRecord } from '../../api/problem';
import type { Proposal } from '../../api/types';
import { all, discard, keep, take } from '../../store/db';
import { newId } from '../../store/ids';
import { DraftKeeper, type Keeping, type KeptDraft, type Places, type ServerDraft } from './DraftKeeper';
import type { Fields } from './fields';

function fromServer(proposal: Proposal): ServerDraft {
  return {
    version: proposal.version,
    preview: proposal.submissionPreview,
    fields: {
      title: proposal.title,
      category: proposal.category ?? '',
      situation: proposal.situation,
      analysis: proposal.analysis,
      suggestions: proposal.suggestions.length > 0 ? proposal.suggestions : [''],
      openToPublic: proposal.openToPublic,
      notOpenReason: proposal.notOpenReason ?? '',
    },
  };
}

function toServer(fields: Fields) {
  return {
    title: fields.title,
    category: fields.category || undefined,
    situation: fields.situation,
    analysis: fields.analysis,
    suggestions: fields.suggestions,
    openToPublic: fields.openToPublic,
    notOpenReason: fields.openToPublic ? undefined : fields.notOpenReason,
  };
}

/** The seat is named on each request: a draft never travels under another one. */
export function placesFor(seatId: string): Places {
  const headers = { 'X-Seat': seatId };
  return {
    keep: (draft) => keep('drafts', `${draft.seatId}/${draft.id}`, draft),
    create: async (id, fields) =>
      fromServer(await got(api.POST('/api/proposals', { headers, body: { id, ...toServer(fields) } }))),
    save: async (id, fields, version) =>
      fromServer(
        await got(
          api.PUT('/api/proposals/{id}', { headers, params: { path: { id } }, body: { ...toServer(fields), version } }),
        ),
      ),
    fetch: async (id) => fromServer(await got(api.GET('/api/proposals/{id}', { headers, params: { path: { id } } }))),
  };
}

function isKept(value: unknown): value is KeptDraft {
  return isRecord(value) && isRecord(value.fields) && typeof value.id === 'string';
}

export async function keptDraft(seatId: string, id: string): Promise<KeptDraft | null> {
  const kept = await take('drafts', `${seatId}/${id}`);
  return isKept(kept) ? kept : null;
}

/** Drafts that only this phone has, or has newer words of. */
export async function unsyncedDrafts(seatId: string): Promise<KeptDraft[]> {
  return (await all('drafts', `${seatId}/`)).filter(isKept).filter((draft) => draft.dirty);
}

export async function forgetDraft(seatId: string, id: string): Promise<void> {
  await discard('drafts', `${seatId}/${id}`);
}

export async function startDraft(seatId: string): Promise<string> {
  const id = newId();
  await placesFor(seatId).keep(DraftKeeper.fresh(seatId, id, Date.now()));
  return id;
}

export type Opening = { keeper: DraftKeeper | null; keeping: Keeping | null; error: unknown };

/** Opens a draft: the phone's words at once, the server's as soon as they come. */
export function useDraft(seatId: string, id: string): Opening {
  const [opened, setOpened] = useState<{ keeper: DraftKeeper | null; error: unknown }>({ keeper: null, error: null });
  useEffect(() => {
    let keeper: DraftKeeper | null = null;
    let left = false;
    const show = (next: DraftKeeper) => {
      keeper = next;
      if (!left) setOpened({ keeper: next, error: null });
    };
    open(seatId, id, show).catch((error: unknown) => setOpened({ keeper: null, error }));
    const online = () => void keeper?.sync();
    globalThis.addEventListener('online', online);
    return () => {
      left = true;
      globalThis.removeEventListener('online', online);
      void keeper?.sync();
      keeper?.stop();
    };
  }, [seatId, id]);
  const keeping = useSyncExternalStore(opened.keeper?.listen ?? listenToNothing, () => opened.keeper?.read() ?? null);
  return { ...opened, keeping };
}

async function open(seatId: string, id: string, show: (keeper: DraftKeeper) => void): Promise<void> {
  const kept = await keptDraft(seatId, id);
  const keeper = new DraftKeeper(placesFor(seatId), kept ?? DraftKeeper.fresh(seatId, id, Date.now()));
  if (kept) show(keeper);
  await keeper.meet().catch((error: unknown) => {
    if (!kept) throw error;
  });
  show(keeper);
}

function listenToNothing(): () => void {
  return () => {};
}
