import { useState } from 'react';
import type { Post } from '../../api/types';
import { t } from '../../text/t';
import { Ask, Button } from '../../ui/ui';
import { Written } from '../../ui/Written';
import { Picture, useBytes } from '../attachment/Picture';
import { isSound } from '../attachment/recording';
import { Sound } from '../attachment/Sound';
import { useAddress } from '../attachment/useAddress';
import type { Waiting } from '../attachment/waiting';

/** What came with a post: its pictures, fetched when they come into view, and its voice, fetched when somebody listens. */
export function PostFiles({ post, groupId }: { post: Post; groupId: string }) {
  const [open, setOpen] = useState<number | null>(null);
  const { pictures, voice, authorName } = post;
  const nameOf = (index: number) => t('picture.of', { author: authorName, n: index + 1, of: pictures.length });
  return (
    <>
      {pictures.length > 0 && (
        <div className="pictures">
          {pictures.map((id, index) => (
            <Picture key={id} of={groupId} id={id} name={nameOf(index)} onOpen={() => setOpen(index)} />
          ))}
        </div>
      )}
      {voice && (
        <Voice groupId={groupId} fileId={voice.fileId} lengthMs={voice.lengthMs} transcript={voice.transcript} />
      )}
      {open !== null && (
        <Large groupId={groupId} id={pictures[open] ?? ''} name={nameOf(open)} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function Large({ groupId, id, name, onClose }: { groupId: string; id: string; name: string; onClose: () => void }) {
  const address = useAddress(useBytes(groupId, id, true).bytes);
  return (
    <Ask title={name} actions={<Button onPress={onClose}>{t('picture.close')}</Button>}>
      {address && <img className="large-picture" src={address} alt={name} />}
    </Ask>
  );
}

function Voice({
  groupId,
  fileId,
  lengthMs,
  transcript,
}: {
  groupId: string;
  fileId: string;
  lengthMs: number;
  transcript: string;
}) {
  return (
    <div className="voice">
      <Sound of={groupId} fileId={fileId} lengthMs={lengthMs} />
      {transcript && <Written text={t('voice.says', { words: transcript })} look="quiet" />}
    </div>
  );
}

/** What of a post not yet sent lies on this phone. */
export function OwnFiles({ files, onRemove }: { files: readonly Waiting[]; onRemove?: (file: Waiting) => void }) {
  if (files.length === 0) return null;
  return (
    <ul className="pictures">
      {files.map((file, index) => (
        <li key={file.id}>
          <OwnFile file={file} index={index} />
          {onRemove && (
            <Button kind="plain small" onPress={() => onRemove(file)}>
              {t('picture.remove')}
              <span className="vh">{index + 1}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function OwnFile({ file, index }: { file: Waiting; index: number }) {
  const address = useAddress(file.bytes);
  if (isSound(file.bytes)) return <span className="picture">{t('voice.own')}</span>;
  return address && <img className="picture" src={address} alt={t('picture.own', { n: index + 1 })} />;
}
