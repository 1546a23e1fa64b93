import { api, got } from '../../api/client';
import { question, useRemote } from '../../api/remote';
import type { StoredFile } from '../../api/types';
import { t } from '../../text/t';
import { Button, Problem, useDoing } from '../../ui/ui';
import type { Matter } from './waiting';

export const filesOf = question((subjectType: string, subjectId: string) =>
  got(
    api.GET('/api/attachments/{subjectType}/{subjectId}', {
      params: { path: { subjectType, subjectId } },
    }),
  ),
);

/** What hangs on a matter, to be opened. */
export function Files({ matter }: { matter: Matter }) {
  const { data, error, reload } = useRemote(filesOf, matter.type, matter.id);
  if (!error && !data?.items.length) return null;
  return (
    <section className="card stack">
      <h3>{t('files.title')}</h3>
      <Problem error={error} retry={reload} />
      {data?.items.map((file) => (
        <OpenFile key={file.id} file={file} />
      ))}
    </section>
  );
}

/** Opened by a one-use ticket: no token is ever in its address. */
export function OpenFile({ file }: { file: StoredFile }) {
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
