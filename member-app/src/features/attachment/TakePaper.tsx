import { sendBytes } from '../../api/client';
import { useSeat } from '../../session/session';
import { t } from '../../text/t';
import { Button, Problem, useDoing } from '../../ui/ui';
import { handOver } from './papers';

const formats = ['DOCX', 'PDF'] as const;

/** A paper to take along, as Word or PDF; `name` is what it is called, `path` where it is, without its format. */
export function TakePaper({ name, path }: { name: string; path: string }) {
  const { seat } = useSeat();
  const { error, busy, run } = useDoing();
  const take = (format: (typeof formats)[number]) =>
    run(async () => {
      const address = `${path}${path.includes('?') ? '&' : '?'}format=${format}`;
      const answer = await sendBytes('GET', address, { 'X-Seat': seat.id });
      handOver({ name: `${name}.${format.toLowerCase()}`, bytes: await answer.blob() });
    });
  return (
    <>
      <div className="actions two">
        {formats.map((format) => (
          <Button key={format} onPress={() => take(format)} disabled={busy}>
            {t(`paper.${format}`)}
            <span className="vh">{name}</span>
          </Button>
        ))}
      </div>
      <Problem error={error} />
    </>
  );
}
