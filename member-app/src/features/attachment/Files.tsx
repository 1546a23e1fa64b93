import { api, got } from '../../api/client';
import { wasUnreachable } from '../../api/problem';
import { keptQuestion, question, useRemote } from '../../api/remote';
import type { StoredFile } from '../../api/types';
import { useSeat } from '../../session/session';
import { t } from '../../text/t';
import { Button, Problem, useDoing } from '../../ui/ui';
import { dropPaper, mayStay, savedPaper, savePaper, showPaper } from './papers';
import { Sound } from './Sound';
import type { Matter } from './waiting';

const ask = (subjectType: string, subjectId: string) =>
  got(
    api.GET('/api/attachments/{subjectType}/{subjectId}', {
      params: { path: { subjectType, subjectId } },
    }),
  );
export const filesOf = question(ask);
const filesToRead = keptQuestion('files', ask);

/** What hangs on a matter, to be opened. */
export function Files({ matter }: { matter: Matter }) {
  const { data, error, reload } = useRemote(mayStay(matter) ? filesToRead : filesOf, matter.type, matter.id);
  if (!data?.items.length && (!error || wasUnreachable(error))) return null;
  return (
    <section className="card stack">
      <h3>{t('files.title')}</h3>
      <Problem error={error} retry={reload} />
      {data?.items.map((file) =>
        mayStay(matter) && !file.lengthMs ? (
          <Keepable key={file.id} of={matter.id} file={file} />
        ) : (
          <ShowFile key={file.id} file={file} of={mayStay(matter) ? matter.id : undefined} />
        ),
      )}
    </section>
  );
}

/** Can be saved on this phone, and is read from there then. */
export function Keepable({ of, file }: { of: string; file: StoredFile }) {
  const { seat } = useSeat();
  const { data: paper, reload } = useRemote(savedPaper, seat.id, file.id);
  const { error, busy, run } = useDoing();
  const save = () => run(() => savePaper(seat.id, of, file).then(reload));
  const drop = () => run(() => dropPaper(seat.id, file.id).then(reload));
  if (!paper)
    return (
      <div className="stack">
        <OpenFile file={file} />
        <Button kind="plain wide" onPress={save} disabled={busy}>
          {t('files.save', { name: file.name })}
        </Button>
        <Problem error={error} />
      </div>
    );
  return (
    <div className="stack">
      <Button kind="wide" onPress={() => showPaper(paper)}>
        {t('files.named', { name: paper.name, size: sizeWords(paper.bytes.size) })}
      </Button>
      <p className="quiet">{t('files.saved')}</p>
      <Button kind="plain wide" onPress={drop} disabled={busy}>
        {t('files.drop', { name: paper.name })}
      </Button>
      <Problem error={error} />
    </div>
  );
}

/** A recording is heard where it stands; anything else is opened. */
export function ShowFile({ file, of }: { file: StoredFile; of?: string }) {
  if (!file.lengthMs) return <OpenFile file={file} />;
  return (
    <div className="voice">
      <p>{t('files.named', { name: file.name, size: sizeWords(file.size) })}</p>
      <Sound of={of} fileId={file.id} lengthMs={file.lengthMs} />
    </div>
  );
}

/** Opened by a one-use ticket: no token is ever in its address. */
function OpenFile({ file }: { file: StoredFile }) {
  const { error, busy, run } = useDoing();
  const open = () =>
    run(async () => {
      const tab = window.open('', '_blank');
      const { url } = await got(api.POST('/api/files/{id}/tickets', { params: { path: { id: file.id } } }));
      if (tab) tab.location.href = url;
      else window.location.assign(url);
    });
  return (
    <>
      <Button kind="wide" onPress={open} disabled={busy}>
        {t('files.named', { name: file.name, size: sizeWords(file.size) })}
      </Button>
      <Problem error={error} />
    </>
  );
}

export function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
