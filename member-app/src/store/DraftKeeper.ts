import { ApiProblem, hasCode, Unreachable } from '../api/problem';

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
export type ServerDraft<F, P = null> = { fields: F; version: number; preview?: P | null; handedIn: boolean };

/** Where drafts of one kind live, the phone's shelf and the server; and when two texts are the same. */
export type Places<F, P = null> = {
  same: (one: F, other: F) => boolean;
  /** The code of the refusal of an old version. */
  outdated: string;
  keep: (draft: KeptDraft<F>) => Promise<void>;
  create: (id: string, fields: F) => Promise<ServerDraft<F, P>>;
  save: (id: string, fields: F, version: number) => Promise<ServerDraft<F, P>>;
  fetch: (id: string) => Promise<ServerDraft<F, P>>;
  submit: (id: string, version: number) => Promise<unknown>;
};

export type Keeping<F, P = null> = {
  draft: KeptDraft<F>;
  /** Another hand saved meanwhile: both texts, until the person has chosen. */
  theirs: ServerDraft<F, P> | null;
  preview: P | null;
  error: unknown;
  /** False where the phone could not keep the words: they are only on the screen. */
  here: boolean;
  /** The server has been handed it; words that did not go with it stay on the phone. */
  handedIn: boolean;
};

const betweenSyncs = 10_000;
const firstVersion = 1;

/**
 * Keeps a draft on the phone at every change and on the server at most every ten seconds. Never overwrites another hand's
 * text. There is one for each draft, and it goes on when its page is left, until the server has the words.
 */
export class DraftKeeper<F, P = null> {
  private state: Keeping<F, P>;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastSync = 0;
  private lastTurn: Promise<void> = Promise.resolve();
  private stopped = false;
  /** Sent, and no answer came: any of them may have arrived all the same. */
  private inDoubt: readonly F[] = [];

  constructor(
    private readonly places: Places<F, P>,
    draft: KeptDraft<F>,
    private readonly now: () => number = Date.now,
  ) {
    this.state = { draft, theirs: null, preview: null, error: null, here: true, handedIn: false };
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
    return this.inTurn(async () => {
      await this.compare(await this.places.fetch(this.state.draft.id));
      if (this.hasToSend()) this.schedule();
    });
  }

  /** Another window of this phone has written on, and here is nothing of our own. */
  adopt(kept: KeptDraft<F>): void {
    if (!this.state.draft.dirty && kept.savedAt > this.state.draft.savedAt) this.show({ draft: kept });
  }

  async edit(change: Partial<F>): Promise<void> {
    const { draft } = this.state;
    this.show({ draft: { ...draft, fields: { ...draft.fields, ...change }, dirty: true, savedAt: this.stamp() } });
    this.schedule();
    await this.keep();
  }

  /** On leaving a box or the page, on coming back online. What stands in the way is told in `error`. */
  sync(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    return this.inTurn(() => this.send());
  }

  /** What the server says of the newest words at this moment, also where nothing had to be sent; null where it cannot be asked. */
  async previewNow(): Promise<P | null> {
    await this.sync();
    if (this.state.draft.version === null) return null;
    try {
      await this.meet();
      return this.state.preview;
    } catch (problem) {
      if (problem instanceof Unreachable) return null;
      throw problem;
    }
  }

  /** The newest words, then what has to go `before`, then that just these are handed in: answers them, or throws. */
  async handIn(before: () => Promise<void>): Promise<F> {
    if (this.state.handedIn) await this.meet(); // it may have been given back since
    await this.synced();
    if (!this.state.handedIn) await before();
    const draft = await this.synced(); // written on while the files went
    await this.inTurn(() => this.submit(draft));
    return draft.fields;
  }

  /** Another write of this draft than its words. They go first, nothing is sent meanwhile, and its version is taken over. */
  async beside(write: (draft: KeptDraft<F>, version: number) => Promise<ServerDraft<F, P>>): Promise<void> {
    await this.sync();
    await this.inTurn(async () => {
      const { draft, theirs, error } = this.state;
      if (draft.version === null || theirs) throw error ?? new Unreachable();
      try {
        const server = await write(draft, draft.version);
        await this.took(server, server.fields);
      } catch (problem) {
        await this.failed(problem, draft.fields);
        throw problem;
      }
    });
  }

  async settle(fields: F): Promise<void> {
    const { draft, theirs } = this.state;
    if (!theirs) return;
    this.show({
      draft: { ...draft, fields, version: theirs.version, dirty: true, savedAt: this.stamp() },
      theirs: null,
      error: null,
    });
    await this.keep();
    await this.sync();
  }

  /** Takes it from the server, where it is there as a draft. From the first moment nothing is saved behind its back. */
  async remove(onServer: () => Promise<unknown>): Promise<void> {
    this.stop();
    try {
      await this.inTurn(async () => {
        if (this.state.draft.version !== null && !this.state.handedIn) await onServer();
      });
    } catch (error) {
      this.stopped = false;
      throw error;
    }
  }

  /** Nothing is sent any more, and no answer changes the phone's shelf; what is still typed is kept. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** One thing at a time with the server. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.lastTurn.then(work);
    this.lastTurn = turn.catch(() => {});
    return turn;
  }

  private schedule(): void {
    if (this.timer || this.stopped) return;
    const wait = Math.max(0, this.lastSync + betweenSyncs - this.now());
    this.timer = setTimeout(() => void this.sync(), Math.max(wait, 2_000));
  }

  private hasToSend(): boolean {
    const { draft, theirs, handedIn } = this.state;
    return draft.dirty && !theirs && !handedIn && !this.stopped;
  }

  private async synced(): Promise<KeptDraft<F>> {
    await this.sync();
    const { draft, error } = this.state;
    if (draft.dirty) throw error ?? new Unreachable();
    return draft;
  }

  private async send(): Promise<void> {
    if (!this.hasToSend()) return;
    const { id, fields, version } = this.state.draft;
    this.lastSync = this.now();
    try {
      const server =
        version === null ? await this.places.create(id, fields) : await this.places.save(id, fields, version);
      if (version !== null || this.places.same(server.fields, fields)) return await this.took(server, fields);
      await this.compare(server); // the create was a repeat
      if (this.hasToSend()) await this.send();
    } catch (error) {
      await this.failed(error, fields);
    }
  }

  /** The server has `fields` in this version; written on meanwhile, the rest goes later. */
  private async took(server: ServerDraft<F, P>, fields: F): Promise<void> {
    const latest = this.state.draft;
    const dirty = !this.places.same(latest.fields, fields);
    this.inDoubt = [];
    this.show({
      draft: { ...latest, version: server.version, syncedAt: this.stamp(), dirty },
      preview: server.preview ?? null,
      error: null,
    });
    if (dirty) this.schedule();
    if (!this.stopped) await this.keep();
  }

  private async failed(error: unknown, sent: F): Promise<void> {
    this.show({ error });
    if (!(error instanceof ApiProblem) || error.status >= 500) {
      this.inDoubt = [...this.inDoubt, sent];
      this.schedule();
    } else if (error.status === 409 && (this.isOutdated(error) || error.code.endsWith('.move-not-allowed'))) {
      const server = await this.places.fetch(this.state.draft.id).catch(() => null);
      if (server) await this.compare(server);
      if (server && this.isOutdated(error) && this.hasToSend()) await this.send();
    }
  }

  private isOutdated(error: unknown): boolean {
    return hasCode(error, this.places.outdated) || hasCode(error, 'id.taken');
  }

  /** What the server has, beside what is here. Only words that nobody here sent and that differ are another hand's. */
  private async compare(server: ServerDraft<F, P>): Promise<void> {
    const { draft } = this.state;
    const { version, handedIn } = server;
    const isFirst = draft.version === null && version === firstVersion;
    const isKnown =
      draft.version === version || isFirst || this.inDoubt.some((sent) => this.places.same(sent, server.fields));
    this.show({ preview: server.preview ?? null, handedIn });
    if (!draft.dirty || this.places.same(draft.fields, server.fields)) {
      const fields = draft.dirty ? draft.fields : server.fields;
      this.inDoubt = [];
      this.show({
        draft: { ...draft, fields, version, syncedAt: this.stamp(), dirty: false },
        theirs: null,
        error: null,
      });
    } else if (handedIn) this.show({ theirs: null, error: tooLate() });
    else if (isKnown) this.show({ draft: { ...draft, version }, theirs: null, error: null });
    else this.show({ theirs: server, error: new ApiProblem(409, this.places.outdated, [], null) });
    if (draft.dirty && !this.stopped) await this.keep();
  }

  /** An answer may have been lost: a refusal is none where the server has been handed just these words. */
  private async submit({ id, fields, version }: KeptDraft<F>): Promise<void> {
    if (!this.state.handedIn)
      try {
        await this.places.submit(id, version ?? 0);
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.status !== 409) throw error;
        const server = await this.places.fetch(id);
        if (!server.handedIn || !this.places.same(server.fields, fields)) throw error;
      }
    this.show({ handedIn: true, error: this.state.draft.dirty ? tooLate() : null });
  }

  private async keep(): Promise<void> {
    const here = await this.places.keep(this.state.draft).then(
      () => true,
      () => false,
    );
    if (here !== this.state.here) this.show({ here });
  }

  private stamp(): string {
    return new Date(this.now()).toISOString();
  }

  private show(change: Partial<Keeping<F, P>>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** Said on the phone only: these words came after what was handed in. */
const tooLate = (): ApiProblem => new ApiProblem(409, 'draft.handed-in', [], null);
