import { type Change, change, entries, keysUnder, take } from '../store/db';
import { isRecord, textOf } from './problem';
import { forget } from './remote';

/** Under these names, with a group behind them, lies what the phone keeps of it to be read. */
const ofGroup = ['group', 'posts', 'opening', 'pinned', 'excellent', 'topics', 'digests', 'digest', 'roster', 'file'];
const ofProposal = ['proposal', 'timeline', 'files/proposal'];

/** Everything that was kept to be read of what is gone goes too. What somebody has written himself stays his. */
export async function forgetGone(
  seatId: string,
  { groups, proposals }: { groups: readonly string[]; proposals: readonly string[] },
): Promise<void> {
  const isGone = (id: unknown) => groups.some((each) => each === id) || proposals.some((each) => each === id);
  const changes: Change[] = [];
  const seen = [
    ...groups.flatMap((id) => ofGroup.map((name) => `${seatId}/${name}/${id}`)),
    ...proposals.flatMap((id) => ofProposal.map((name) => `${seatId}/${name}/${id}`)),
  ];
  for (const prefix of seen) for (const key of await keysUnder('seen', prefix)) changes.push({ shelf: 'seen', key });
  for (const [key, value] of await entries('seen', `${seatId}/post-place/`))
    if (isRecord(value) && isRecord(value.answer) && isGone(value.answer.groupId)) changes.push({ shelf: 'seen', key });
  for (const id of proposals)
    for (const file of filesIn(await take('seen', `${seatId}/files/proposal/${id}`)))
      changes.push({ shelf: 'papers', key: `${seatId}/${file}` });
  for (const [key, value] of await entries('papers', `${seatId}/`))
    if (isRecord(value) && (isGone(value.groupId) || isGone(value.of))) changes.push({ shelf: 'papers', key });
  await change(changes);
  for (const id of [...groups, ...proposals]) forget(seatId, id);
}

/** The files of a matter as they were last listed: an earlier release saved them without saying what they hang on. */
function filesIn(seen: unknown): string[] {
  const items = isRecord(seen) && isRecord(seen.answer) ? seen.answer.items : [];
  return Array.isArray(items) ? items.flatMap((each) => (isRecord(each) ? [textOf(each.id)] : [])) : [];
}
