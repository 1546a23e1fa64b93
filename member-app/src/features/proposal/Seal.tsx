import { useId } from 'react';
import { api, got } from '../../api/client';
import { t } from '../../text/t';
import { Problem, useDoing } from '../../ui/ui';

/** The page with the body's seal: without it the proposal is saved, but not handed in. */
export function Seal({ present, onUploaded }: { present: boolean; onUploaded: (fileId: string) => unknown }) {
  const id = useId();
  const { error, busy, run } = useDoing();
  const upload = (file: File) =>
    run(async () => {
      const stored = await got(
        api.POST('/api/files', {
          params: { query: { name: file.name } },
          body: await file.text(),
          bodySerializer: () => file,
          headers: { 'Content-Type': 'application/octet-stream' },
        }),
      );
      await onUploaded(stored.id);
    });
  return (
    <div className="field">
      <label htmlFor={id}>{t('seal.label')}</label>
      <input
        id={id}
        type="file"
        accept="application/pdf,image/*"
        disabled={busy}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void upload(file);
        }}
      />
      <p className="help quiet">{t(present ? 'seal.there' : 'seal.missing')}</p>
      <Problem error={error} />
    </div>
  );
}
