import { useCallback, useEffect, useState } from 'react';
import { api } from '../../api/client';
import { wasUnreachable } from '../../api/problem';
import { useRemote } from '../../api/remote';
import type { StoredFile } from '../../api/types';
import { t } from '../../text/t';
import { clock } from '../../text/time';
import { Button, Problem, useDoing } from '../../ui/ui';
import { filesOf, ShowFile, sizeWords } from './Files';
import { mayStay } from './papers';
import { type Light, lighter } from './picture';
import { canRecord, Recorder } from './Recorder';
import { isSound, soundName } from './recording';
import { Player } from './Sound';
import { useWaiting } from './useWaiting';
import { addFile, type Matter, sendFiles, takeBack, type Waiting } from './waiting';

const taken = '.pdf,.ofd,.doc,.docx,.wps,.xls,.xlsx,.et,.ppt,.pptx,.dps,.txt,.jpg,.jpeg,.png,.gif,.webp';

interface DraftFilesProps {
  seatId: string;
  matter: Matter;
  onServer: boolean;
  /** Brings the draft to the server, so that a file can hang on it. */
  prepare: () => Promise<unknown>;
  /** Whether something may be said instead of written. */
  spoken?: boolean;
}

/** Files of a draft: kept on the phone at once, sent piece by piece, taken off again while it is a draft. */
export function DraftFiles({ seatId, matter, onServer, prepare, spoken = false }: DraftFilesProps) {
  const waiting = useWaiting(seatId, matter.id);
  const [sent, setSent] = useState<Record<string, number>>({});
  const { error, busy, run } = useDoing();
  const [recording, setRecording] = useState(false);
  const send = useCallback(
    () => sendFiles(seatId, matter.id, (file, bytes) => setSent((before) => ({ ...before, [file.id]: bytes }))),
    [seatId, matter.id],
  );
  useEffect(() => {
    const again = () => void send().catch(() => {});
    if (onServer) again();
    globalThis.addEventListener('online', again);
    return () => globalThis.removeEventListener('online', again);
  }, [onServer, send]);
  const add = (chosen: ReadonlyArray<() => Promise<Light>>) =>
    run(async () => {
      for (const made of chosen) {
        const { name, bytes } = await made();
        await addFile(seatId, matter, name, bytes);
      }
      await prepare();
      await send().catch((problem: unknown) => {
        if (!wasUnreachable(problem)) throw problem;
      });
    });
  const say = async (bytes: Blob) => {
    setRecording(false);
    await add([
      async () => ({ name: soundName(bytes, t('voice.file', { at: clock(new Date()).replace(':', '-') })), bytes }),
    ]);
  };
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
            const files = [...(event.target.files ?? [])];
            void add(files.map((file) => () => lighter(file)));
            event.target.value = '';
          }}
        />
      </label>
      <p className="help quiet">{t('files.help')}</p>
      {spoken && canRecord() && (
        <Button kind="wide" onPress={() => setRecording(true)} disabled={busy}>
          {t('voice.add')}
        </Button>
      )}
      {recording && <Recorder onTake={say} onClose={() => setRecording(false)} />}
      {onServer && <Attached matter={matter} />}
      {waiting.map((file) => (
        <div key={file.id} className="voice">
          <div className="row">
            <p className="grow">
              {t('files.waiting', { name: file.name, percent: percent(sent[file.id] ?? 0, file) })}
            </p>
            <Button kind="plain" onPress={() => void takeBack(file)}>
              {t('files.remove')}
            </Button>
          </div>
          {isSound(file.bytes) && <Player bytes={file.bytes} />}
        </div>
      ))}
      <Problem error={error} />
    </section>
  );
}

function Attached({ matter }: { matter: Matter }) {
  const { data, reload } = useRemote(filesOf, matter.type, matter.id);
  return data?.items.map((file) => <AttachedFile key={file.id} matter={matter} file={file} reload={reload} />);
}

interface AttachedFileProps {
  matter: Matter;
  file: StoredFile;
  reload: () => Promise<void>;
}

function AttachedFile({ matter, file, reload }: AttachedFileProps) {
  const { error, busy, run } = useDoing();
  const remove = () =>
    run(async () => {
      await api.DELETE('/api/attachments/{subjectType}/{subjectId}/{fileId}', {
        params: { path: { subjectType: matter.type, subjectId: matter.id, fileId: file.id } },
      });
      await reload();
    });
  return (
    <div className="stack">
      <ShowFile file={file} of={mayStay(matter) ? matter.id : undefined} />
      <Button kind="plain" onPress={remove} disabled={busy}>
        {t('files.removeOne', { name: file.name })}
      </Button>
      <Problem error={error} />
    </div>
  );
}

function percent(sent: number, file: Waiting): string {
  return sent === 0 ? sizeWords(file.bytes.size) : `${Math.floor((sent / file.bytes.size) * 100)}%`;
}
