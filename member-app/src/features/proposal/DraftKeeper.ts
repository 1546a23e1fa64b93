import { hasCode, wasUnreachable } from '../../api/problem';
import type { SubmissionPreview } from '../../api/types';
import { blank, type Fields, sameFields } from './fields';

/** A draft as the phone keeps it, under its seat. */
export type KeptDraft = {
  seatId: string;
  id: string;
  fields: Fields;
  /** The server's version these words stand on; null while the server has none. */
  version: number | null;
  savedAt: string;
  syncedAt: string | null;
  dirty: boolean;
};

/** `preview`: what it would count as if handed in now. */
export type ServerDraft = { fields: Fields; version: number; preview?: SubmissionPreview | null };

/** Where drafts live: the phone's shelf and the server. */
export type Places = {
  keep: (draft: KeptDraft) => Promise<void>;
  create: (id: string, fields: Fields) => Promise<ServerDraft>;
  save: (id: string, fields: Fields, version: number) => Promise<ServerDraft>;
  fetch: (id: string) => Promise<ServerDraft>;
};

export type Keeping = {
  draft: KeptDraft;
  /** Another hand saved meanwhile: both texts, until the person has chosen. */
  theirs: ServerDraft | null;
  preview: SubmissionPreview | null;
  error: unknown;
};

const betweenSyncs = 10_000;

/** Keeps a draft on the phone at every change and on the server at most every ten seconds. Never overwrites another hand's text. */
export class DraftKeeper {
  private state: Keeping;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastSync = 0;
  private syncing: Promise<void> | null = null;
  /** Sent, and no answer came: it may have arrived all the same. */
  private inDoubt: Fields | null = null;

  constructor(
    private readonly places: Places,
    draft: KeptDraft,
    private readonly now: () => number = Date.now,
  ) {
    this.state = { draft, theirs: null, preview: null, error: null };
  }

  static fresh(seatId: string, id: string, now: number): KeptDraft {
    return {
      seatId,
      id,
      fields: blank,
      version: null,
      savedAt: new Date(now).toISOString(),
      syncedAt: null,
      dirty: false,
    };
  }

  read = (): Keeping => this.state;

  listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Asks for the server's text, at the start of a sitting; nothing is sent before the answer. */
  meet(): Promise<void> {
    const meeting = this.places.fetch(this.state.draft.id).then((server) => this.compare(server));
    this.syncing = meeting
      .catch(() => {})
      .finally(() => {
        this.syncing = null;
      });
    return meeting;
  }

  private compare(server: ServerDraft): void {
    const { draft } = this.state;
    this.show({ preview: server.preview ?? null });
    if (!draft.dirty) this.show({ draft: this.settled(server), theirs: null });
    else if (draft.version !== server.version && !sameFields(draft.fields, server.fields))
      this.show({ theirs: server });
    else this.show({ draft: { ...draft, version: server.version } });
  }

  async edit(change: Partial<Fields>): Promise<void> {
    const { draft } = this.state;
    this.show({ draft: { ...draft, fields: { ...draft.fields, ...change }, dirty: true, savedAt: this.stamp() } });
    this.schedule();
    await this.places.keep(this.state.draft);
  }

  /** On leaving a box, on coming back online, before submitting. */
  async sync(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.syncing) await this.syncing;
    if (!this.state.draft.dirty || this.state.theirs) return;
    this.syncing = this.send().finally(() => {
      this.syncing = null;
    });
    await this.syncing;
  }

  async settle(fields: Fields): Promise<void> {
    const { draft, theirs } = this.state;
    if (!theirs) return;
    this.show({
      draft: { ...draft, fields, version: theirs.version, dirty: true, savedAt: this.stamp() },
      theirs: null,
    });
    await this.places.keep(this.state.draft);
    await this.sync();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private schedule(): void {
    if (this.timer) return;
    const wait = Math.max(0, this.lastSync + betweenSyncs - this.now());
    this.timer = setTimeout(() => void this.sync(), Math.max(wait, 2_000));
  }

  private async send(): Promise<void> {
    const { draft } = this.state;
    this.lastSync = this.now();
    const doubted = this.inDoubt;
    this.inDoubt = draft.fields;
    try {
      const server =
        draft.version === null
          ? await this.places.create(draft.id, draft.fields)
          : await this.places.save(draft.id, draft.fields, draft.version);
      const latest = this.state.draft;
      this.inDoubt = null;
      const isRepeat = draft.version === null && !sameFields(server.fields, draft.fields);
      const unchanged = !isRepeat && sameFields(latest.fields, draft.fields);
      this.show({
        draft: { ...latest, version: server.version, syncedAt: this.stamp(), dirty: !unchanged },
        preview: server.preview ?? null,
        error: null,
      });
      if (!unchanged) this.schedule();
      await this.places.keep(this.state.draft);
    } catch (error) {
      await this.cure(error, doubted);
    }
  }

  private async cure(error: unknown, doubted: Fields | null): Promise<void> {
    if (hasCode(error, 'proposal.version') || hasCode(error, 'id.taken')) {
      const theirs = await this.places.fetch(this.state.draft.id).catch(() => null);
      if (theirs && doubted && sameFields(theirs.fields, doubted)) {
        this.show({ draft: { ...this.state.draft, version: theirs.version } });
        this.schedule();
      } else this.show({ theirs, error: theirs ? null : error });
      return;
    }
    this.show({ error });
    if (wasUnreachable(error)) this.schedule();
  }

  private settled(server: ServerDraft): KeptDraft {
    return {
      ...this.state.draft,
      fields: server.fields,
      version: server.version,
      syncedAt: this.stamp(),
      dirty: false,
    };
  }

  private stamp(): string {
    return new Date(this.now()).toISOString();
  }

  private show(change: Partial<Keeping>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
