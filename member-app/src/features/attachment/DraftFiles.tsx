import { useCallback, useEffect, useState } from 'react';
import { api } from '../../api/client';
import { wasUnreachable } from '../../api/problem';
import { useRemote } from '../../api/remote';
import type { StoredFile } from '../../api/types';
import { t } from '../../text/t';
import { Button, Problem, useDoing } from '../../ui/ui';
import { filesOf, OpenFile, sizeWords } from './Files';
import { lighter } from './picture';
import { addFile, onFiles, sendFiles, takeBack, type Waiting, waitingFiles } from './waiting';

const taken = '.pdf,.ofd,.doc,.docx,.wps,.xls,.xlsx,.et,.ppt,.pptx,.dps,.txt,.jpg,.jpeg,.png,.gif,.webp';

interface DraftFilesProps {
  seatId: string;
  proposalId: string;
  onServer: boolean;
  /** Brings the draft to the server, so that a file can hang on it. */
  prepare: () => Promise<unknown>;
}

/** Files of a draft: kept on the phone at once, sent piece by piece, taken off again while it is a draft. */
export function DraftFiles({ seatId, proposalId, onServer, prepare }: DraftFilesProps) {
  const waiting = useWaiting(seatId, proposalId);
  const [sent, setSent] = useState<Record<string, number>>({});
  const { error, busy, run } = useDoing();
  const send = useCallback(
    () => sendFiles(seatId, proposalId, (file, bytes) => setSent((before) => ({ ...before, [file.id]: bytes }))),
    [seatId, proposalId],
  );
  useEffect(() => {
    const again = () => void send().catch(() => {});
    if (onServer) again();
    globalThis.addEventListener('online', again);
    return () => globalThis.removeEventListener('online', again);
  }, [onServer, send]);
  const choose = (chosen: readonly File[]) =>
    run(async () => {
      for (const file of chosen) {
        const { name, bytes } = await lighter(file);
        await addFile(seatId, proposalId, name, bytes);
      }
      await prepare();
      await send().catch((problem: unknown) => {
        if (!wasUnreachable(problem)) throw problem;
      });
    });
  return (
    <section className="stack">
      <label className="button wide">
        {t('files.add')}
        <input
          className="vh"
          type="file"
          multiple
          accept={taken}
          disabled={busy}
          onChange={(event) => {
            void choose([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </label>
      <p className="help quiet">{t('files.help')}</p>
      {onServer && <Attached proposalId={proposalId} />}
      {waiting.map((file) => (
        <div key={file.id} className="row">
          <p className="grow">{t('files.waiting', { name: file.name, percent: percent(sent[file.id] ?? 0, file) })}</p>
          <Button kind="plain" onPress={() => void takeBack(file)}>
            {t('files.remove')}
          </Button>
        </div>
      ))}
      <Problem error={error} />
    </section>
  );
}

function Attached({ proposalId }: { proposalId: string }) {
  const { data, reload } = useRemote(filesOf, proposalId);
  return data?.items.map((file) => <AttachedFile key={file.id} proposalId={proposalId} file={file} reload={reload} />);
}

interface AttachedFileProps {
  proposalId: string;
  file: StoredFile;
  reload: () => Promise<void>;
}

function AttachedFile({ proposalId, file, reload }: AttachedFileProps) {
  const { error, busy, run } = useDoing();
  const remove = () =>
    run(async () => {
      await api.DELETE('/api/attachments/{subjectType}/{subjectId}/{fileId}', {
        params: { path: { subjectType: 'proposal', subjectId: proposalId, fileId: file.id } },
      });
      await reload();
    });
  return (
    <div className="stack">
      <OpenFile file={file} />
      <Button kind="plain" onPress={remove} disabled={busy}>
        {t('files.removeOne', { name: file.name })}
      </Button>
      <Problem error={error} />
    </div>
  );
}

function useWaiting(seatId: string, proposalId: string): Waiting[] {
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  useEffect(() => {
    let left = false;
    const look = () =>
      void waitingFiles(seatId, proposalId).then((files) => {
        if (!left) setWaiting(files);
      });
    look();
    const stop = onFiles(look);
    return () => {
      left = true;
      stop();
    };
  }, [seatId, proposalId]);
  return waiting;
}

function percent(sent: number, file: Waiting): string {
  return sent === 0 ? sizeWords(file.bytes.size) : `${Math.floor((sent / file.bytes.size) * 100)}%`;
}
