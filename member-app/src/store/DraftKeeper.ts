import { hasCode, wasUnreachable } from '../api/problem';

/** A draft as the phone keeps it, under its seat; `F` are the fields that a person writes. */
export type KeptDraft<F> = {
  seatId: string;
  id: string;
  fields: F;
  /** The server's version these words stand on; null while the server has none. */
  version: number | null;
  savedAt: string;
  syncedAt: string | null;
  dirty: boolean;
};

/** `preview`: what the server says of it besides, such as what it would count as if handed in now. */
export type ServerDraft<F, P = null> = { fields: F; version: number; preview?: P | null };

/** Where drafts of one kind live, the phone's shelf and the server; and when two texts are the same. */
export type Places<F, P = null> = {
  same: (one: F, other: F) => boolean;
  /** The code of the refusal of an old version. */
  outdated: string;
  keep: (draft: KeptDraft<F>) => Promise<void>;
  create: (id: string, fields: F) => Promise<ServerDraft<F, P>>;
  save: (id: string, fields: F, version: number) => Promise<ServerDraft<F, P>>;
  fetch: (id: string) => Promise<ServerDraft<F, P>>;
};

export type Keeping<F, P = null> = {
  draft: KeptDraft<F>;
  /** Another hand saved meanwhile: both texts, until the person has chosen. */
  theirs: ServerDraft<F, P> | null;
  preview: P | null;
  error: unknown;
};

const betweenSyncs = 10_000;

/** Keeps a draft on the phone at every change and on the server at most every ten seconds. Never overwrites another hand's text. */
export class DraftKeeper<F, P = null> {
  private state: Keeping<F, P>;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastSync = 0;
  private syncing: Promise<void> | null = null;
  /** Sent, and no answer came: it may have arrived all the same. */
  private inDoubt: F | null = null;

  constructor(
    private readonly places: Places<F, P>,
    draft: KeptDraft<F>,
    private readonly now: () => number = Date.now,
  ) {
    this.state = { draft, theirs: null, preview: null, error: null };
  }

  static fresh<F>(seatId: string, id: string, fields: F, now: number): KeptDraft<F> {
    return {
      seatId,
      id,
      fields,
      version: null,
      savedAt: new Date(now).toISOString(),
      syncedAt: null,
      dirty: false,
    };
  }

  read = (): Keeping<F, P> => this.state;

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

  private compare(server: ServerDraft<F, P>): void {
    const { draft } = this.state;
    this.show({ preview: server.preview ?? null });
    if (!draft.dirty) this.show({ draft: this.settled(server), theirs: null });
    else if (draft.version !== server.version && !this.places.same(draft.fields, server.fields))
      this.show({ theirs: server });
    else this.show({ draft: { ...draft, version: server.version } });
  }

  async edit(change: Partial<F>): Promise<void> {
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

  async settle(fields: F): Promise<void> {
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
      const isRepeat = draft.version === null && !this.places.same(server.fields, draft.fields);
      const unchanged = !isRepeat && this.places.same(latest.fields, draft.fields);
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

  private async cure(error: unknown, doubted: F | null): Promise<void> {
    if (hasCode(error, this.places.outdated) || hasCode(error, 'id.taken')) {
      const theirs = await this.places.fetch(this.state.draft.id).catch(() => null);
      if (theirs && doubted && this.places.same(theirs.fields, doubted)) {
        this.show({ draft: { ...this.state.draft, version: theirs.version } });
        this.schedule();
      } else this.show({ theirs, error: theirs ? null : error });
      return;
    }
    this.show({ error });
    if (wasUnreachable(error)) this.schedule();
  }

  private settled(server: ServerDraft<F, P>): KeptDraft<F> {
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

  private show(change: Partial<Keeping<F, P>>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
