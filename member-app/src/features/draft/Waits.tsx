import { giveUp, type Line, useUnsent } from '../../store/outbox';
import { t } from '../../text/t';
import { Button } from '../../ui/ui';

/** The line that hands a draft in and waits for a connection; a refused one does not wait. */
export function useWaitingLine(seatId: string, id: string): Line | undefined {
  return useUnsent(seatId).find(
    ({ matter, refused }) =>
      !refused &&
      ((matter.kind === 'submission' && matter.proposalId === id) ||
        (matter.kind === 'report' && matter.reportId === id)),
  );
}

/** Instead of the form: what waits to be handed in is read, and written on once it is taken back. */
export function Waits({ line, texts }: { line: Line; texts: readonly string[] }) {
  return (
    <main className="stack">
      <p className="note" role="status">
        {t('write.waits')}
      </p>
      <section className="card stack">
        <p className="strong">{line.title}</p>
        {texts.filter(Boolean).map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same
          <p key={at} className="prose">
            {text}
          </p>
        ))}
      </section>
      <Button kind="wide" onPress={() => giveUp(line)}>
        {t('write.takeBack')}
      </Button>
    </main>
  );
}
