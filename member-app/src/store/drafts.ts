import { useEffect, useState, useSyncExternalStore } from 'react';
import { isRecord, textOf } from '../api/problem';
import { DraftKeeper, type Keeping, type KeptDraft, type Places } from './DraftKeeper';
import { all, discard, entries, keep, take, whenChanged } from './db';
import { newId } from './ids';

/** What the server is asked for drafts of one kind, under one seat: a draft never travels under another one. */
export type Desk<F, P = null> = Pick<Places<F, P>, 'create' | 'save' | 'fetch' | 'submit'>;

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

const kinds: Array<{ syncAll: () => Promise<void>; close: () => void }> = [];

/** Sends what only this phone has, of every kind and seat. What does not get through stays. */
export async function syncDrafts(): Promise<void> {
  await Promise.all(kinds.map((kind) => kind.syncAll()));
}

/** Locked or logged out: nothing more is sent, and nothing of it stays in memory. */
export function closeDrafts(): void {
  for (const kind of kinds) kind.close();
}

/** The drafts of one kind, on the phone and on the server. */
export class Drafts<F extends object, P = null> {
  private readonly living = new Map<string, DraftKeeper<F, P>>();

  constructor(private readonly kind: Kind<F, P>) {
    kinds.push(this);
  }

  placesFor(seatId: string): Places<F, P> {
    return {
      same: (one, other) => this.isSame(one, other),
      outdated: this.kind.outdated,
      keep: (draft) => keep('drafts', this.keyOf(draft.seatId, draft.id), draft),
      ...this.kind.deskFor(seatId),
    };
  }

  async kept(seatId: string, id: string): Promise<KeptDraft<F> | null> {
    const found = await take('drafts', this.keyOf(seatId, id));
    // An earlier release kept fewer fields.
    return this.isKept(found) ? { ...found, fields: { ...this.kind.blank, ...found.fields } } : null;
  }

  /** Drafts that only this phone has, or has newer words of. */
  async unsynced(seatId: string): Promise<KeptDraft<F>[]> {
    const found = await all('drafts', this.keyOf(seatId, ''));
    return found.filter((each): each is KeptDraft<F> => this.isKept(each)).filter((draft) => draft.dirty);
  }

  /** Its words are elsewhere, or not wanted: the phone lets go of them. */
  async forget(seatId: string, id: string): Promise<void> {
    const key = this.keyOf(seatId, id);
    this.living.get(key)?.stop();
    this.living.delete(key);
    await discard('drafts', key);
  }

  async start(seatId: string, fields: Partial<F> = {}): Promise<string> {
    const id = newId();
    await this.placesFor(seatId).keep(this.fresh(seatId, id, fields));
    return id;
  }

  /** Opens a draft: the phone's words at once, the server's as soon as they come. */
  async open(seatId: string, id: string, show: (keeper: DraftKeeper<F, P>) => void): Promise<void> {
    const known = await this.keeperOf(seatId, id);
    const keeper = known ?? new DraftKeeper(this.placesFor(seatId), this.fresh(seatId, id));
    if (known) show(known);
    await keeper.meet().catch((error: unknown) => {
      if (!known) throw error;
    });
    show(known ?? this.live(seatId, id, keeper));
  }

  /** Hands a draft in with its newest words. The phone lets go of just these: what was written meanwhile stays. */
  async handIn(seatId: string, id: string, before: () => Promise<void>): Promise<void> {
    const keeper = await this.keeperOf(seatId, id);
    if (!keeper) return; // it went before
    const handedIn = await keeper.handIn(before);
    if (this.isSame(keeper.read().draft.fields, handedIn)) await this.forget(seatId, id);
  }

  async syncAll(): Promise<void> {
    for (const [key, draft] of await entries('drafts', this.kind.prefix)) {
      if (!this.isKept(draft) || !draft.dirty || key !== this.keyOf(draft.seatId, draft.id)) continue;
      const keeper = await this.keeperOf(draft.seatId, draft.id);
      await keeper?.sync();
    }
  }

  close(): void {
    for (const keeper of this.living.values()) keeper.stop();
    this.living.clear();
  }

  /** The one keeper of a draft, whoever looks at it and whether its page is open; null where the phone has nothing of it. */
  private async keeperOf(seatId: string, id: string): Promise<DraftKeeper<F, P> | null> {
    const kept = await this.kept(seatId, id);
    const living = this.living.get(this.keyOf(seatId, id));
    if (kept) living?.adopt(kept);
    if (living || !kept) return living ?? null;
    return this.live(seatId, id, new DraftKeeper(this.placesFor(seatId), kept));
  }

  private live(seatId: string, id: string, keeper: DraftKeeper<F, P>): DraftKeeper<F, P> {
    const key = this.keyOf(seatId, id);
    const first = this.living.get(key) ?? keeper;
    this.living.set(key, first);
    return first;
  }

  /** By the fields that a person writes, in whatever order they come. The server takes blanks off at the ends, and empty rows are nothing. */
  private isSame(one: F, other: F): boolean {
    for (const name in this.kind.blank) if (said(one[name]) !== said(other[name])) return false;
    return true;
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

const said = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? value.filter(Boolean) : typeof value === 'string' ? value.trim() : value);

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

/** Something that only this phone has: a draft with newer words, a file, answers, or words in a box; and what it belongs to. */
export type OnlyHere = {
  key: string;
  kind: 'draft' | 'file' | 'words' | 'quiz';
  seatId: string;
  subjectType: string;
  subjectId: string;
  title: string;
  /** Words say themselves where they were written. */
  way?: string;
};

/** Of all seats of the person, whatever it is. */
export async function onlyHere(): Promise<readonly OnlyHere[]> {
  const [drafts, files] = await Promise.all([entries('drafts', ''), entries('files', '')]);
  return [...drafts.flatMap(wordsOf), ...files.flatMap(fileOf)];
}

function wordsOf([key, value]: [string, unknown]): OnlyHere[] {
  if (!isRecord(value)) return [];
  const seatId = textOf(value.seatId);
  if (key.startsWith('words:')) {
    const way = textOf(value.at) || `/reading/${key.split('/').pop()}`; // an earlier release kept words of groups only
    const title = textOf(value.text) || textOf(value.title);
    return title ? [{ key, kind: 'words', seatId, subjectType: '', subjectId: '', title, way }] : [];
  }
  if (key.startsWith('quiz:')) return answersOf(key, value);
  const subjectType = key.startsWith('opinion:') ? 'opinion_report' : 'proposal';
  const title = isRecord(value.fields) ? textOf(value.fields.title) : '';
  return value.dirty ? [{ key, kind: 'draft', seatId, subjectType, subjectId: textOf(value.id), title }] : [];
}

function answersOf(key: string, { seatId, attempt, waiting, handedIn, over }: Record<string, unknown>): OnlyHere[] {
  const waits = handedIn === true || Object.keys(Object(waiting)).length > 0;
  if (!isRecord(attempt) || over || attempt.status !== 'STARTED' || !waits) return [];
  const whose = { seatId: textOf(seatId), subjectType: 'quiz_attempt', subjectId: textOf(attempt.id) };
  return [{ key, kind: 'quiz', ...whose, title: textOf(attempt.title) }];
}

function fileOf([key, value]: [string, unknown]): OnlyHere[] {
  if (!isRecord(value) || !isRecord(value.matter)) return [];
  const { type, id } = value.matter;
  const subjectType = type === 'reading_post' ? 'reading_group' : textOf(type); // until it is sent it lies under its group
  const whose = { seatId: textOf(value.seatId), subjectType, subjectId: textOf(id) };
  return [{ key, kind: 'file', ...whose, title: textOf(value.name) }];
}

/** Null until the phone has looked; looked at again whenever something is kept or let go. */
export function useOnlyHere(): readonly OnlyHere[] | null {
  const [here, setHere] = useState<readonly OnlyHere[] | null>(null);
  useEffect(() => {
    const look = () => void onlyHere().then(setHere);
    look();
    return whenChanged(look);
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
    return () => {
      left = true;
      void keeper?.sync();
    };
  }, [drafts, seatId, id]);
  const keeping = useSyncExternalStore(opened.keeper?.listen ?? listenToNothing, () => opened.keeper?.read() ?? null);
  return { ...opened, keeping };
}

function listenToNothing(): () => void {
  return () => {};
}
