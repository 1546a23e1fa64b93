import { t } from '../../text/t';
import { Button, Problem, useDoing } from '../../ui/ui';

/** One's own last step, while nobody has acted on it. */
export function TakeBack({ words, takeBack }: { words: string; takeBack: () => Promise<void> }) {
  const { error, busy, run } = useDoing();
  return (
    <section className="card tight">
      <p>{words}</p>
      <Problem error={error} />
      <Button kind="wide" onPress={() => run(takeBack)} disabled={busy}>
        {t('takeBack')}
      </Button>
    </section>
  );
}
