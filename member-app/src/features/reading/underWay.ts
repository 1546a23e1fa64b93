import type { Post } from '../../api/types';
import type { Line } from '../../store/outbox';

/**
 * What somebody has written in a group and does not see as a post yet: what waits, and what the server has taken, until the
 * post itself is there. In a topic only what was written for it.
 */
export function underWay(
  unsent: readonly Line[],
  justSent: readonly Line[],
  posts: readonly Pick<Post, 'id'>[] | null,
  groupId: string,
  topic: string | null,
): readonly Line[] {
  const come = new Set(posts?.map(({ id }) => id));
  const found = new Map<string, Line>();
  for (const line of [...justSent, ...unsent]) {
    const { matter } = line;
    if (matter.kind !== 'post' || matter.groupId !== groupId || come.has(matter.id)) continue;
    if (topic !== null && (matter.more?.topic ?? '') !== topic && !line.refused) continue;
    found.set(matter.id, line);
  }
  return [...found.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}
