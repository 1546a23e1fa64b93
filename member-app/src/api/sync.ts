import { actingSeat, api, got } from './client';
import { hasCode } from './problem';
import { keepSeen, type Page, type Question, question, recallSeen, refreshAll } from './remote';
import type { NewsPage, ProposalBrief, ReadingGroup, Sync, Todo } from './types';

/** What the phone has of one seat: the first page of each list, and the cursor that says so. */
export type Lists = {
  cursor: string;
  todo: Todo;
  news: NewsPage;
  proposals: Page<ProposalBrief>;
  groups: Page<ReadingGroup>;
};

const asking = new Map<string, Promise<Lists>>();

/** A question that the phone's own lists answer; asked together, they are one request. */
export function fromLists<T>(pick: (lists: Lists) => T): Question<[], T> {
  return question(
    async () => pick(await synced(actingSeat())),
    async () => {
      const lists = await recallSeen<Lists>(keyOf(actingSeat()));
      return lists && pick(lists);
    },
  );
}

const keyOf = (seatId: string): string => `${seatId}/lists`;

function synced(seatId: string): Promise<Lists> {
  const asked = asking.get(seatId) ?? ask(seatId).finally(() => asking.delete(seatId));
  asking.set(seatId, asked);
  return asked;
}

async function ask(seatId: string): Promise<Lists> {
  const had = await recallSeen<Lists>(keyOf(seatId));
  const answer = await changes(seatId, had?.cursor);
  const lists = after(had, answer);
  const { gone } = answer;
  if (gone.groups.length + gone.proposals.length > 0) await (await import('./gone')).forgetGone(seatId, gone);
  await keepSeen(keyOf(seatId), lists); // last: until it is all gone, the next sync says so again
  if (answer.more) void Promise.resolve().then(refreshAll);
  return lists;
}

async function changes(seatId: string, cursor?: string): Promise<Sync> {
  try {
    return await got(api.GET('/api/sync', { headers: { 'X-Seat': seatId }, params: { query: { cursor } } }));
  } catch (error) {
    if (!cursor || !hasCode(error, 'page.cursor')) throw error;
    return changes(seatId);
  }
}

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? 1 : -1);
const bySeq = (one: { seq: number }, other: { seq: number }): number => other.seq - one.seq;
const byStart = (one: ReadingGroup, other: ReadingGroup): number =>
  one.startsOn === other.startsOn ? byId(one, other) : one.startsOn < other.startsOn ? 1 : -1;

/** The lists as they are now, each in the order of its own route. */
export function after(before: Lists | null, { cursor, reset, unread, changed, gone, next }: Sync): Lists {
  const had = reset ? null : before;
  return {
    cursor,
    todo: changed.todo ?? had?.todo ?? { groups: [] },
    news: { items: merged(had?.news.items, changed.inbox, gone.inbox).sort(bySeq), next: next.inbox, unread },
    proposals: {
      items: merged(had?.proposals.items, changed.proposals, gone.proposals).sort(byId),
      next: next.proposals,
    },
    groups: { items: merged(had?.groups.items, changed.groups, gone.groups).sort(byStart), next: next.groups },
  };
}

function merged<T extends { id: string }>(had: readonly T[] = [], changed: readonly T[], gone: readonly string[]): T[] {
  const known = new Map([...had, ...changed].map((each) => [each.id, each]));
  for (const id of gone) known.delete(id);
  return [...known.values()];
}
