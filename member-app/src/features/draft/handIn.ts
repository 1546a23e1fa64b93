import { wasUnreachable } from '../../api/problem';
import { refreshAll } from '../../api/remote';
import type { DraftKeeper } from '../../store/DraftKeeper';
import type { Drafts } from '../../store/drafts';
import { type Matter, put, withdraw } from '../../store/outbox';
import { sendFiles, takeAllBack } from '../attachment/waiting';

interface HandIn<F extends object, P> {
  drafts: Drafts<F, P>;
  keeper: DraftKeeper<F, P>;
  title: string;
  /** What waits in the outbox where there is no connection. */
  later: Matter;
}

/** The newest words first, then the files, then the submission. False where it waits in the outbox instead. */
export async function handIn<F extends object, P>({ drafts, keeper, title, later }: HandIn<F, P>) {
  const { seatId, id } = keeper.read().draft;
  try {
    await drafts.handIn(seatId, id, () => sendFiles(seatId, id));
    await withdraw(seatId, later);
    refreshAll();
    return true;
  } catch (problem) {
    if (!wasUnreachable(problem)) throw problem;
    await put(seatId, title, later);
    return false;
  }
}

/** Takes a draft away, here and there, with the files that waited for it. */
export async function throwAway<F extends object, P>(
  drafts: Drafts<F, P>,
  keeper: DraftKeeper<F, P>,
  remove: () => Promise<unknown>,
): Promise<void> {
  const { seatId, id } = keeper.read().draft;
  await keeper.remove(remove);
  await takeAllBack(seatId, id);
  await drafts.forget(seatId, id);
  refreshAll();
}
