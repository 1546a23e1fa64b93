import { useEffect, useState, useSyncExternalStore } from 'react';
import { isRecord, textOf } from '../api/problem';
import { DraftKeeper, type Keeping, type KeptDraft, type Places } from './DraftKeeper';
import { all, discard, entries, keep, take } from './db';
import { newId } from './ids';

/** What the server is asked for drafts of one kind, under one seat: a draft never travels under another one. */
export type Desk<F, P = null> = Pick<Places<F, P>, 'create' | 'save' | 'fetch'>;

export type Opening<F, P = null> = {
  keeper: DraftKeeper<F, P> | null;
  keeping: Keeping<F, P> | null;
  error: unknown;
};

type Kind<F, P> = {
  /** Sets this kind's drafts apart on the shelf. */
  prefix: string;
  blank: F;
  outdated: string;
  deskFor: (seatId: string) => Desk<F, P>;
};

/** The drafts of one kind, on the phone and on the server. */
export class Drafts<F extends object, P = null> {
  constructor(private readonly kind: Kind<F, P>) {}

  placesFor(seatId: string): Places<F, P> {
    return {
      same: (one, other) => JSON.stringify(one) === JSON.stringify(other),
      outdated: this.kind.outdated,
      keep: (draft) => keep('drafts', this.keyOf(draft.seatId, draft.id), draft),
      ...this.kind.deskFor(seatId),
    };
  }

  async kept(seatId: string, id: string): Promise<KeptDraft<F> | null> {
    const found = await take('drafts', this.keyOf(seatId, id));
    return this.isKept(found) ? found : null;
  }

  /** Drafts that only this phone has, or has newer words of. */
  async unsynced(seatId: string): Promise<KeptDraft<F>[]> {
    const found = await all('drafts', this.keyOf(seatId, ''));
    return found.filter((each): each is KeptDraft<F> => this.isKept(each)).filter((draft) => draft.dirty);
  }

  async forget(seatId: string, id: string): Promise<void> {
    await discard('drafts', this.keyOf(seatId, id));
  }

  async start(seatId: string, fields: Partial<F> = {}): Promise<string> {
    const id = newId();
    await this.placesFor(seatId).keep(this.fresh(seatId, id, fields));
    return id;
  }

  /** Opens a draft: the phone's words at once, the server's as soon as they come. */
  async open(seatId: string, id: string, show: (keeper: DraftKeeper<F, P>) => void): Promise<void> {
    const kept = await this.kept(seatId, id);
    const keeper = new DraftKeeper(this.placesFor(seatId), kept ?? this.fresh(seatId, id));
    if (kept) show(keeper);
    await keeper.meet().catch((error: unknown) => {
      if (!kept) throw error;
    });
    show(keeper);
  }

  private fresh(seatId: string, id: string, fields: Partial<F> = {}): KeptDraft<F> {
    return DraftKeeper.fresh(seatId, id, { ...this.kind.blank, ...fields }, Date.now());
  }

  private keyOf(seatId: string, id: string): string {
    return `${this.kind.prefix}${seatId}/${id}`;
  }

  private isKept(value: unknown): value is KeptDraft<F> {
    return isRecord(value) && isRecord(value.fields) && typeof value.id === 'string';
  }
}

/** Drafts of which only this phone has the newest words; asked again when the server's list comes. */
export function useUnsynced<F extends object, P>(
  drafts: Drafts<F, P>,
  seatId: string,
  list: unknown,
): readonly KeptDraft<F>[] {
  const [here, setHere] = useState<readonly KeptDraft<F>[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list asks again
  useEffect(() => {
    void drafts.unsynced(seatId).then(setHere);
  }, [drafts, seatId, list]);
  return here;
}

/** Something that only this phone has: a draft with newer words, a file, or words in a box; and what it belongs to. */
export type OnlyHere = {
  key: string;
  kind: 'draft' | 'file' | 'words';
  seatId: string;
  subjectType: string;
  subjectId: string;
  title: string;
};

/** Of all seats of the person, whatever it is. */
export async function onlyHere(): Promise<readonly OnlyHere[]> {
  const [drafts, files] = await Promise.all([entries('drafts', ''), entries('files', '')]);
  return [...drafts.flatMap(wordsOf), ...files.flatMap(fileOf)];
}

function wordsOf([key, value]: [string, unknown]): OnlyHere[] {
  if (!isRecord(value)) return [];
  const seatId = textOf(value.seatId);
  const words = /^words:[^/]+\/(?:post\/|digest\/)([^.]+)/.exec(key)?.[1];
  if (words)
    return [{ key, kind: 'words', seatId, subjectType: 'reading_group', subjectId: words, title: textOf(value.text) }];
  const subjectType = key.startsWith('opinion:') ? 'opinion_report' : 'proposal';
  const title = isRecord(value.fields) ? textOf(value.fields.title) : '';
  return value.dirty ? [{ key, kind: 'draft', seatId, subjectType, subjectId: textOf(value.id), title }] : [];
}

function fileOf([key, value]: [string, unknown]): OnlyHere[] {
  if (!isRecord(value) || !isRecord(value.matter)) return [];
  const { type, id } = value.matter;
  const subjectType = type === 'reading_post' ? 'reading_group' : textOf(type); // until it is sent it lies under its group
  const whose = { seatId: textOf(value.seatId), subjectType, subjectId: textOf(id) };
  return [{ key, kind: 'file', ...whose, title: textOf(value.name) }];
}

export function useOnlyHere(): readonly OnlyHere[] {
  const [here, setHere] = useState<readonly OnlyHere[]>([]);
  useEffect(() => {
    void onlyHere().then(setHere);
  }, []);
  return here;
}

export function useDraft<F extends object, P>(drafts: Drafts<F, P>, seatId: string, id: string): Opening<F, P> {
  const [opened, setOpened] = useState<{ keeper: DraftKeeper<F, P> | null; error: unknown }>({
    keeper: null,
    error: null,
  });
  useEffect(() => {
    let keeper: DraftKeeper<F, P> | null = null;
    let left = false;
    const show = (next: DraftKeeper<F, P>) => {
      keeper = next;
      if (!left) setOpened({ keeper: next, error: null });
    };
    drafts.open(seatId, id, show).catch((error: unknown) => setOpened({ keeper: null, error }));
    const online = () => void keeper?.sync();
    globalThis.addEventListener('online', online);
    return () => {
      left = true;
      globalThis.removeEventListener('online', online);
      void keeper?.sync();
      keeper?.stop();
    };
  }, [drafts, seatId, id]);
  const keeping = useSyncExternalStore(opened.keeper?.listen ?? listenToNothing, () => opened.keeper?.read() ?? null);
  return { ...opened, keeping };
}

function listenToNothing(): () => void {
  return () => {};
}
