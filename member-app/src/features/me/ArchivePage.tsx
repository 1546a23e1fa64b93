import { sendBytes } from '../../api/client';
import { useSeat } from '../../session/session';
import { t } from '../../text/t';
import { Button, Problem, Sub, useDoing } from '../../ui/ui';
import { showPaper } from '../attachment/papers';

const formats = ['DOCX', 'PDF'] as const;

/** What one has written, to take along; open to those who have left too. */
export function ArchivePage() {
  const { seat } = useSeat();
  const { error, busy, run } = useDoing();
  const take = (format: (typeof formats)[number]) =>
    run(async () => {
      const answer = await sendBytes('GET', `/api/archive?format=${format}`, { 'X-Seat': seat.id });
      showPaper({ name: t('archive.title'), bytes: await answer.blob() });
    });
  return (
    <Sub title={t('archive.title')} up="/me">
      <main className="stack">
        <section className="card stack">
          <p>{t('archive.says')}</p>
          {formats.map((format) => (
            <Button key={format} kind="wide" onPress={() => take(format)} disabled={busy}>
              {t(`archive.${format}`)}
            </Button>
          ))}
          <Problem error={error} />
        </section>
      </main>
    </Sub>
  );
}
