import { useState, useSyncExternalStore } from 'react';
import { isRecord, textOf } from '../api/problem';
import { type Change, keep, take } from './db';
import { giveUp, type Line } from './outbox';

/** What stands in a box and beside it, each under its name; `text` are the words themselves. */
export type Texts<K extends string> = Readonly<Record<K, string>>;

export type Words<K extends string> = {
  texts: Texts<K>;
  write: (change: Partial<Texts<K>>) => void;
  /** Lets the phone's copy go together with what sends the words. */
  taken: Change;
  /** These have been sent: they leave the box, unless something else stands there now. */
  sent: (texts: Texts<K>) => Promise<void>;
  /** True where the phone could not keep them: they are only on the screen. */
  lost: boolean;
};

/** The boxes on the screen. */
const boxes = new Set<{ key: string; read: () => { texts: Texts<string> }; look: (anew: boolean) => Promise<void> }>();
const keyAt = (seatId: string, place: string): string => `words:${seatId}/${place}`;

/** Words that are not sent yet. They stay on this phone, under their seat and where they were written, at every letter. */
export class Box<K extends string> {
  readonly key: string;
  private state: { texts: Texts<K>; lost: boolean };
  private touched = false;
  private looking: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly seatId: string,
    private readonly place: string,
    private readonly blank: Texts<K>,
  ) {
    this.key = keyAt(seatId, place);
    this.state = { texts: blank, lost: false };
  }

  read = () => this.state;

  listen = (listener: () => void): (() => void) => {
    this.looking ??= this.look();
    boxes.add(this);
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) boxes.delete(this);
    };
  };

  /** What the phone has of it. What was typed before it came stands behind it. */
  look = async (anew = false): Promise<void> => {
    await moveOld(this.seatId, this.place);
    const kept = await take('drafts', this.key);
    if (!isRecord(kept)) return;
    const typed = this.touched && !anew ? this.state.texts : this.blank;
    const texts: Record<K, string> = { ...this.blank };
    for (const name in texts) {
      const there = textOf(kept[name] ?? this.blank[name]);
      texts[name] =
        typed[name] === this.blank[name] ? there : name === 'text' ? joined(there, typed[name]) : typed[name];
    }
    this.show({ texts });
  };

  write = async (change: Partial<Texts<K>>): Promise<void> => {
    this.touched = true;
    this.show({ texts: { ...this.state.texts, ...change } });
    await this.looking;
    await this.keep();
  };

  sent = async (texts: Texts<K>): Promise<void> => {
    if (this.isAt(texts)) this.show({ texts: this.blank });
    await this.keep();
  };

  private async keep(): Promise<void> {
    const { seatId, blank, state } = this;
    const at = globalThis.location?.hash?.slice(1);
    const lost = await keep('drafts', this.key, this.isAt(blank) ? undefined : { ...state.texts, seatId, at }).then(
      () => false,
      () => true,
    );
    if (lost !== this.state.lost) this.show({ lost });
  }

  private isAt(texts: Texts<K>): boolean {
    for (const name in texts) if (this.state.texts[name] !== texts[name]) return false;
    return true;
  }

  private show(change: Partial<typeof this.state>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** A text box and what belongs to it. Each has a place of its own under its seat, such as `post/<group>`. */
export function useWords<K extends string>(seatId: string, place: string, blank: Texts<K>): Words<K> {
  const [kept, setKept] = useState(() => new Box(seatId, place, blank));
  const box = kept.key === keyAt(seatId, place) ? kept : new Box(seatId, place, blank);
  if (box !== kept) setKept(box);
  const { texts, lost } = useSyncExternalStore(box.listen, box.read);
  return {
    texts,
    lost,
    write: (change) => void box.write(change),
    taken: { shelf: 'drafts', key: box.key },
    sent: box.sent,
  };
}

/**
 * A line goes back to where it was written, in one step: its words come behind what stands there already. What is handed in
 * has its words in a draft of its own.
 */
export async function backIntoBox(line: Line, ...instead: Change[]): Promise<void> {
  const back = wayBack(line);
  if (!back) return giveUp(line, ...instead);
  const key = keyAt(line.seatId, back.place);
  const shown = [...boxes].filter((each) => each.key === key);
  const there = shown[0] ? shown[0].read().texts : await take('drafts', key);
  const stands = isRecord(there) && there.text ? filled(there) : {};
  const text = joined(textOf(stands.text), textOf(back.texts.text));
  const value = { ...back.texts, at: back.at, ...stands, seatId: line.seatId, text };
  await giveUp(line, { shelf: 'drafts', key, value }, ...instead);
  for (const box of shown) await box.look(true);
}

/** Without what is empty: the line that comes back may say it. */
const filled = (texts: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== ''));

const joined = (one: string, other: string): string => [one, other].filter(Boolean).join('\n');

function wayBack({ matter }: Line): { place: string; at: string; texts: Readonly<Record<string, unknown>> } | null {
  switch (matter.kind) {
    case 'post': {
      const { groupId, text, named, answered, more } = matter;
      const texts = { text, named, answered, kind: more?.kind, topic: more?.topic, replyTo: more?.replyTo };
      return { place: `post/${groupId}`, at: `/reading/${groupId}`, texts };
    }
    case 'rating': {
      const { comment, leaderReplied, ...given } = matter.given;
      const leader = typeof leaderReplied === 'boolean' ? (leaderReplied ? 'YES' : 'NO') : '';
      const at = `/proposals/${matter.proposalId ?? ''}`;
      return { place: `rating/${matter.assignmentId}`, at, texts: { ...given, leader, text: comment } };
    }
    case 'submission':
    case 'report':
    case 'quiz':
    case 'required':
    case 'progress':
      return null;
  }
}

/** An earlier release kept the words of groups in the open; they move at the first look. */
async function moveOld(seatId: string, place: string): Promise<void> {
  const before = `tongxin.${place.replace('/', `.${seatId}.`)}`;
  const old = globalThis.localStorage?.getItem(before);
  if (old) await keep('drafts', keyAt(seatId, place), { seatId, text: old });
  if (old !== null) globalThis.localStorage?.removeItem(before);
}
